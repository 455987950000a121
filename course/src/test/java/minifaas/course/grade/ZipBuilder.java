package minifaas.course.grade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip as students, and worse people, make them. */
final class ZipBuilder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    /** Names are written in this encoding, without saying so. */
    ZipBuilder namesIn(String encoding) {
        zip.setUseLanguageEncodingFlag(false);
        zip.setEncoding(encoding);
        return this;
    }

    ZipBuilder file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ZipBuilder file(String name, byte[] content) throws IOException {
        return entry(new ZipArchiveEntry(name), content);
    }

    ZipBuilder link(String name, String target) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
        return entry(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    private ZipBuilder entry(ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
        return this;
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }
}
