package minifaas.course.grade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The files of a submission, of which the worst must be expected. Nothing of them is written anywhere. */
interface SubmittedFiles extends AutoCloseable {
    /** More of them have no sense for a lab. */
    int MOST = 20_000;

    /** Their paths from the root of the submission, with {@code /} between folders. */
    List<String> names();

    /**
     * The content of one.
     *
     * @param limit in bytes
     * @throws IOException when it is longer, is no regular file, or can't be read; the message names it
     */
    byte[] read(String name, int limit) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Looks into a submission.
     *
     * @throws IOException when it is neither a folder nor a zip, or is too large to be one of a lab
     */
    static SubmittedFiles in(Path place) throws IOException {
        if (Files.isSymbolicLink(place)) throw new IOException("it is a symbolic link, which is not followed");
        if (Files.isDirectory(place)) return new FolderFiles(place);
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS))
            throw new IOException("it is neither a zip nor a folder");
        try (InputStream content = Files.newInputStream(place)) {
            return new ZipFiles(limited(content, "the zip", ZipFiles.LARGEST_BYTES));
        }
    }

    /** Reads to the end, unless that is too far. */
    static byte[] limited(InputStream content, String name, int limit) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) throw new IOException(name + " is larger than " + (limit >> 10) + " KiB");
        return bytes;
    }
}
