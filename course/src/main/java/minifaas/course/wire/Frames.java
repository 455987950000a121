package minifaas.course.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Pieces of a stream of bytes: four bytes with the length, the highest first, then as many bytes. */
public final class Frames {
    /** The most that a frame may hold, in bytes. */
    public static final int LONGEST = 8 << 20;

    private Frames() {}

    /** Writes one frame and flushes. */
    public static void write(OutputStream output, byte[] frame) throws IOException {
        // in one piece, so that the reader wakes up once
        output.write(ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array());
        output.flush();
    }

    /**
     * Waits for the next frame.
     *
     * @return nothing when the stream ends between two frames
     * @throws EOFException when it ends within one
     * @throws MalformedException when a frame would be longer than {@link #LONGEST}
     */
    public static Optional<byte[]> read(InputStream input) throws IOException {
        byte[] head = input.readNBytes(Integer.BYTES);
        if (head.length == 0) return Optional.empty();
        if (head.length < Integer.BYTES) throw new EOFException("the stream ends within a frame");
        int length = ByteBuffer.wrap(head).getInt();
        if (length < 0 || length > LONGEST)
            throw new MalformedException("a frame of " + Integer.toUnsignedLong(length) + " bytes");
        byte[] frame = input.readNBytes(length);
        if (frame.length < length) throw new EOFException("the stream ends within a frame");
        return Optional.of(frame);
    }
}
