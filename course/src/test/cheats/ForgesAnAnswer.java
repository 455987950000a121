// attack: Answers the judge's next calls before they are made, in well-formed frames.
// exercise: 7.1
// explanation: malformed answer
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import minifaas.course.wire.Frames;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    try (var output = new FileOutputStream(FileDescriptor.out)) {
        for (long conversation = 1; conversation < 1000; conversation++)
            Frames.write(
                    output,
                    ByteBuffer.allocate(10)
                            .put((byte) 1)
                            .putLong(conversation)
                            .put((byte) 1)
                            .array());
    } catch (IOException failure) {
        throw new IllegalStateException(failure);
    }
    return null;
}
