// attack: Announces an answer of two gigabytes, for which a careless reader would set memory aside.
// exercise: 7.1
// explanation: malformed answer: a frame of 2147483647 bytes
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    try (var output = new FileOutputStream(FileDescriptor.out)) {
        output.write(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array());
    } catch (IOException failure) {
        throw new IllegalStateException(failure);
    }
    return null;
}
