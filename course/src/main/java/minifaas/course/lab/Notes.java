package minifaas.course.lab;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import minifaas.course.syllabus.YamlFile;

/**
 * What the commands remember about a student's way through a lab, in {@code notes.yaml} of its folder.
 *
 * @param hintsSeen number of hints by exercise
 * @param givenUp exercises whose solution was opened before they passed
 */
public record Notes(Map<String, Integer> hintsSeen, Set<String> givenUp) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    public Notes {
        hintsSeen = new TreeMap<>(hintsSeen == null ? Map.of() : hintsSeen);
        givenUp = new TreeSet<>(givenUp == null ? Set.of() : givenUp);
    }

    /** Reads the notes; there are none as long as nothing was noted. */
    public static Notes read(Lab lab) throws IOException {
        Path file = file(lab);
        if (!Files.exists(file)) return new Notes(Map.of(), Set.of());
        return YamlFile.read(file, new TypeReference<>() {});
    }

    /** Notes how many hints for an exercise were seen. */
    public void seen(Lab lab, String exercise, int hints) throws IOException {
        hintsSeen.merge(exercise, hints, Math::max);
        write(lab);
    }

    /** Notes that solutions were opened early. */
    public void giveUp(Lab lab, Set<String> exercises) throws IOException {
        givenUp.addAll(exercises);
        write(lab);
    }

    private void write(Lab lab) throws IOException {
        YAML.writeValue(file(lab).toFile(), this);
    }

    private static Path file(Lab lab) {
        return lab.folder().resolve("notes.yaml");
    }
}
