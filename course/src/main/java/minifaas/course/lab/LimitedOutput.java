package minifaas.course.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes on what a student's code prints, up to a limit; it says so once, and drops the rest. */
public final class LimitedOutput extends OutputStream {
    private final OutputStream target;
    private int left; // guarded by this
    private boolean isCut; // guarded by this

    /**
     * An output that passes on so much.
     *
     * @param limit in bytes
     */
    public LimitedOutput(OutputStream target, int limit) {
        this.target = target;
        this.left = limit;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int some = Math.min(left, length);
        target.write(bytes, offset, some);
        left -= some;
        if (some < length && !isCut) {
            isCut = true;
            target.write("\n(the rest of what the code printed is left out)\n".getBytes(StandardCharsets.UTF_8));
        }
        target.flush();
    }
}
