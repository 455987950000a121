package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an environment's processes print, read piece by piece.
 *
 * <p>It is a file and not a pipe: what a function printed before it answered is there when the answer is, no thread
 * waits for more, and a child that outlives its parent holds nothing open. Once read, a large file is emptied.
 */
final class OutputFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutputFile.class);
    private static final int PIECE = 256 * 1024;
    private static final long EMPTY_AFTER = 4 * 1024 * 1024;

    private final Path path;
    private FileChannel file;
    private long position;

    /** @param path a file that need not be there yet */
    OutputFile(Path path) {
        this.path = path;
    }

    /** What was printed since the last call; of very much, the last part and a note of what is left out. */
    String readNew() {
        try {
            if (!isOpen()) return "";
            long size = file.size();
            if (size == position) return "";
            long leftOut = Math.max(0, size - position - PIECE);
            var bytes = ByteBuffer.allocate((int) (size - position - leftOut));
            file.read(bytes, position + leftOut);
            position = size;
            if (size > EMPTY_AFTER) empty();
            String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
            return leftOut == 0 ? text : "[" + leftOut + " bytes left out]\n" + text;
        } catch (IOException failure) {
            log.warn("the output of an environment could not be read", failure);
            return "";
        }
    }

    private boolean isOpen() throws IOException {
        if (file == null && Files.exists(path)) {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return file != null && file.isOpen();
    }

    private void empty() throws IOException {
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
