package minifaas.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that throws as soon as more than so many bytes have been read from it. */
final class LimitedStream extends FilterInputStream {
    private final AwsError tooLarge;
    private long left;

    LimitedStream(InputStream in, long limit, AwsError tooLarge) {
        super(in);
        this.left = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) count(1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) count(read);
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) throw tooLarge;
    }
}
