package minifaas.course.grade;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of a zip, read one by one: it is never unpacked. */
final class ZipFiles implements SubmittedFiles {
    /** A zip that is larger has more in it than a lab. */
    static final int LARGEST_BYTES = 32 << 20;

    /** What each entry of a zip's list of contents begins with (APPNOTE.TXT 4.3.12). */
    private static final byte[] ENTRY = {'P', 'K', 1, 2};

    private static final Pattern LEADS_OUT =
            Pattern.compile("(?:/|[A-Za-z]:).*|(?:.*/)?\\.\\.(?:/.*)?", Pattern.DOTALL);

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

    /**
     * Reads the list of contents.
     *
     * @throws IOException when it is not a zip, or one that does harm when it is unpacked
     */
    ZipFiles(byte[] content) throws IOException {
        // before the list is read, since a list can be larger than the memory
        if (mayHaveTooManyEntries(content)) throw new IOException("the zip has more than " + MOST + " files");
        zip = opened(content);
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().replace('\\', '/');
            if (LEADS_OUT.matcher(name).matches()) {
                zip.close();
                throw new IOException("the zip has a file that leads out of it: " + Printable.of(name));
            }
            if (!entry.isDirectory()) entries.putIfAbsent(name, entry);
        }
    }

    private static ZipFile opened(byte[] content) throws IOException {
        try {
            return ZipFile.builder()
                    .setByteArray(content)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException malformed) { // the library checks less than a hostile zip can do
            throw new IOException("it is not a zip that can be read", malformed);
        }
    }

    private static boolean mayHaveTooManyEntries(byte[] content) {
        int found = 0;
        for (int at = 0; at + ENTRY.length <= content.length; at++)
            if (content[at] == ENTRY[0]
                    && content[at + 1] == ENTRY[1]
                    && content[at + 2] == ENTRY[2]
                    && content[at + 3] == ENTRY[3]) found++;
        return found > MOST;
    }

    @Override
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public byte[] read(String name, int limit) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry.isUnixSymlink()) throw new IOException(name + " is a link or no regular file");
        try (InputStream content = zip.getInputStream(entry)) {
            return SubmittedFiles.limited(content, name, limit);
        } catch (RuntimeException malformed) { // as above
            throw new IOException(name + " can't be read from the zip: " + malformed.getMessage(), malformed);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
