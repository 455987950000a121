package minifaas.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, good ones and bad ones. */
final class Zips {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static byte[] of(String name, String content) {
        return new Zips().file(name, content).bytes();
    }

    Zips file(String name, String content) {
        return entry(name, 0, content.getBytes(StandardCharsets.UTF_8));
    }

    Zips file(String name, String content, int mode) {
        return entry(name, 0100000 | mode, content.getBytes(StandardCharsets.UTF_8));
    }

    Zips file(String name, byte[] content) {
        return entry(name, 0, content);
    }

    Zips folder(String name) {
        return entry(name + "/", 040755, new byte[0]);
    }

    Zips link(String name, String target) {
        return entry(name, 0120777, target.getBytes(StandardCharsets.UTF_8));
    }

    Zips entry(String name, int mode, byte[] content) {
        try {
            var entry = new ZipArchiveEntry(name);
            entry.setTime(1_000_000_000_000L); // so that equal contents make equal archives
            if (mode != 0) entry.setUnixMode(mode);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
