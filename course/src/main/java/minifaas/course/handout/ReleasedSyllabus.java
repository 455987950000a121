package minifaas.course.handout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minifaas.course.syllabus.Syllabus;

/** The syllabus as students get it: nothing of misconceptions, and of chapters to come only their names. */
final class ReleasedSyllabus {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final String COMMENT = "# The chapters of the course in their order, as far as they are released.\n";
    private static final List<String> NAMES = List.of("number", "slug", "title", "package", "sentence");

    private ReleasedSyllabus() {}

    /**
     * Gives its text.
     *
     * @param home the folder of the course
     */
    static String of(Path home, Release release) throws IOException {
        JsonNode syllabus = YAML.readTree(Files.readString(home.resolve(Syllabus.FILE)));
        for (JsonNode each : syllabus.path("chapters")) {
            ObjectNode chapter = (ObjectNode) each;
            if (release.has(chapter.path("number").intValue())) chapter.remove("misconceptions");
            else chapter.retain(NAMES);
        }
        return COMMENT + YAML.writeValueAsString(syllabus);
    }
}
