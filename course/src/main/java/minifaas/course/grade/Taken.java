package minifaas.course.grade;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was taken from a submission.
 *
 * @param digest another one when the taken classes are others
 * @param notes what the reader of the result should know about where the classes come from
 * @param problem why it can't be graded; empty when it can
 */
record Taken(String digest, List<String> notes, String problem) {
    Taken {
        notes = List.copyOf(notes);
    }

    static Taken refused(String problem) {
        return new Taken(
                ContentDigest.ofAll(Map.of(Path.of("problem"), problem.getBytes(StandardCharsets.UTF_8))),
                List.of(),
                problem);
    }

    boolean isRefused() {
        return !problem.isEmpty();
    }
}
