package minifaas.course.grade;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What one student, or one group, handed in.
 *
 * @param place a zip or a folder, which nothing is known of yet
 * @param name in reports: its file's name, as the students' system gave it
 */
public record Submission(Path place, String name) {
    private static final int LONGEST_ID_BYTES = 200;

    /** The name of its files in the results: no two submissions of a folder have the same. */
    String id() {
        String file = place.getFileName().toString();
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_ID_BYTES) return file;
        // with an ending, the name would be longer than file systems take
        int end = file.offsetByCodePoints(0, LONGEST_ID_BYTES / Integer.BYTES);
        return file.substring(0, end) + "-" + UUID.nameUUIDFromBytes(bytes);
    }
}
