package minifaas.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** An archive as Unix's zip command makes it: files keep their modes, and symbolic links stay links. */
public final class UnixZip {
    private static final int REGULAR_FILE = 0100000;
    private static final int SYMBOLIC_LINK = 0120777;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    public UnixZip file(String name, String content) {
        return file(name, content.getBytes(UTF_8));
    }

    public UnixZip file(String name, byte[] content) {
        return entry(name, REGULAR_FILE | 0644, content);
    }

    /** A program; its first line says what runs it. */
    public UnixZip executable(String name, String content) {
        return entry(name, REGULAR_FILE | 0755, content.getBytes(UTF_8));
    }

    public UnixZip link(String name, String target) {
        return entry(name, SYMBOLIC_LINK, target.getBytes(UTF_8));
    }

    private UnixZip entry(String name, int mode, byte[] content) {
        try {
            var entry = new ZipArchiveEntry(name);
            entry.setUnixMode(mode);
            entry.setTime(1_000_000_000_000L); // so that equal contents make equal archives
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
