package minifaas.course.grade;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What one student, or one group, handed in.
 *
 * @param place a zip or a folder, which nothing is known of yet
 * @param name in reports: its file's name, as the students' system gave it
 */
public record Submission(Path place, String name) {
    private static final int LONGEST = 200;
    private static final Pattern PLAIN = Pattern.compile("[ -~]{1," + LONGEST + "}");
    private static final Pattern OTHER_BYTES = Pattern.compile("(?:%[0-9A-F]{2})+");

    /**
     * The name of its files in the results: no two submissions of a folder have the same. It is in ASCII, since a locale
     * need not have the characters of a file's name, and leaves room for an ending.
     */
    String id() {
        String file = place.getFileName().toString();
        if (PLAIN.matcher(file).matches()) return file;
        // only as a URI does a path tell the bytes of its name
        String uri = place.toUri().toASCIIString().replaceFirst("/$", "");
        String bytes = uri.substring(uri.lastIndexOf('/') + 1);
        String readable = OTHER_BYTES.matcher(bytes).replaceAll("_");
        return readable.substring(0, Math.min(readable.length(), LONGEST / 2))
                + "-"
                + UUID.nameUUIDFromBytes(bytes.getBytes(StandardCharsets.US_ASCII));
    }
}
