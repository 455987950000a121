package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an environment's processes print, read piece by piece.
 *
 * <p>It is a file and not a pipe: what a function printed before it answered is there when the answer is, no thread
 * waits for more, and a child that outlives its parent holds nothing open. Once read, a large file is emptied, unless
 * more was printed since. No system can do both at once, so what is printed in the µs between that look and the emptying
 * is lost.
 */
final class OutputFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutputFile.class);
    private static final int PIECE = 256 * 1024;
    private static final long EMPTY_AFTER = 4 * 1024 * 1024;
    /** A file that grows without a pause is emptied even so; most of such a flood is left out anyway. */
    private static final long FLOOD = 64 * 1024 * 1024;

    private final Path path;
    private FileChannel file;
    private long position;

    /** @param path a file that need not be there yet */
    OutputFile(Path path) {
        this.path = path;
    }

    /**
     * What was printed since the last call; of very much, the last part and a note of what is left out. A character of
     * which only the first bytes are there yet is for the next call.
     */
    String readNew() {
        return read(false);
    }

    /** What was printed since the last call, when no process prints any more. */
    String readRest() {
        return read(true);
    }

    private String read(boolean isLast) {
        try {
            if (!isOpen() || file.size() == position) return "";
            long leftOut = Math.max(0, file.size() - position - PIECE);
            byte[] piece = piece(position + leftOut);
            int start = leftOut == 0 ? 0 : startOfFirst(piece);
            int end = isLast ? piece.length : endOfLast(piece);
            String text = new String(piece, start, end - start, UTF_8);
            position += leftOut + end;
            if (position > EMPTY_AFTER) emptyWhenRead();
            return leftOut == 0 ? text : "[" + (leftOut + start) + " bytes left out]\n" + text;
        } catch (IOException failure) {
            log.warn("the output of an environment could not be read", failure);
            return "";
        }
    }

    private byte[] piece(long from) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(PIECE, file.size() - from));
        file.read(bytes, from);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static int startOfFirst(byte[] utf8) {
        int start = 0;
        while (start < Math.min(3, utf8.length) && continuesCharacter(utf8[start])) start++;
        return start;
    }

    private static int endOfLast(byte[] utf8) {
        int last = utf8.length - 1;
        while (last > 0 && last > utf8.length - 4 && continuesCharacter(utf8[last])) last--;
        return last + bytesOfCharacter(utf8[last]) > utf8.length ? last : utf8.length;
    }

    private static boolean continuesCharacter(byte utf8) {
        return (utf8 & 0b1100_0000) == 0b1000_0000;
    }

    /** The first byte begins with as many ones as the character has bytes, when it has several. */
    private static int bytesOfCharacter(byte first) {
        int ones = Integer.numberOfLeadingZeros(~first << 24);
        return ones >= 2 && ones <= 4 ? ones : 1;
    }

    private boolean isOpen() throws IOException {
        if (file == null && Files.exists(path)) {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return file != null && file.isOpen();
    }

    /** Empties the file, unless it holds what has not been read. */
    void emptyWhenRead() throws IOException {
        long size = file.size();
        if (size > position && size < FLOOD) return;
        file.truncate(0);
        position = 0;
    }

    @Override
    public void close() {
        try {
            if (file != null) file.close();
        } catch (IOException failure) {
            log.warn("the output of an environment could not be closed", failure);
        }
    }
}
