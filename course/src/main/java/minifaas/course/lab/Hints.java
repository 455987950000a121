package minifaas.course.lab;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import minifaas.course.syllabus.YamlFile;

/**
 * The hints of a lab that a student asks for, from gentle to nearly the solution.
 *
 * @param steps by exercise, such as 7.2
 */
public record Hints(Map<String, List<String>> steps) {
    /**
     * Reads {@code hints.yaml} of a lab.
     *
     * @throws IOException when it is not there, or is not a list of texts for each exercise
     */
    public static Hints read(Lab lab) throws IOException {
        return new Hints(YamlFile.read(lab.folder().resolve("hints.yaml"), new TypeReference<>() {}));
    }

    /** The hints for an exercise, none when the file has none. */
    public List<String> of(String exercise) {
        return steps.getOrDefault(exercise, List.of());
    }
}
