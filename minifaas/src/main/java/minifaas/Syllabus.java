package minifaas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The chapters of the course in their order, as {@code chapters/syllabus.yaml} lists them.
 *
 * <p>A chapter may use what earlier chapters brought and nothing of later ones.
 */
public final class Syllabus {
    private static final String RESOURCE = "/syllabus.yaml";

    private final List<Chapter> chapters;

    private Syllabus(List<Chapter> chapters) {
        this.chapters = List.copyOf(chapters);
    }

    /** Reads the syllabus that was built into the program. */
    public static Syllabus load() {
        try (InputStream yaml = Syllabus.class.getResourceAsStream(RESOURCE)) {
            var chapters = new ArrayList<Chapter>();
            for (JsonNode chapter : new YAMLMapper().readTree(yaml).required("chapters")) {
                chapters.add(new Chapter(
                        chapter.required("number").asInt(),
                        chapter.required("title").asText(),
                        Optional.ofNullable(chapter.get("package")).map(JsonNode::asText),
                        chapter.required("sentence").asText()));
            }
            return new Syllabus(chapters);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** All chapters, first to last. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** The chapters whose code is in this program. */
    public List<Chapter> built() {
        return chapters.stream().filter(Chapter::isBuilt).toList();
    }

    /** The chapters' titles by number. */
    public Map<Integer, String> titles() {
        return chapters.stream().collect(Collectors.toMap(Chapter::number, Chapter::title));
    }

    /** The chapter with this number. */
    public Optional<Chapter> chapter(int number) {
        return chapters.stream().filter(chapter -> chapter.number() == number).findFirst();
    }

    /**
     * One chapter.
     *
     * @param number its place, 0 to 18
     * @param title as the book prints it
     * @param folder name of its package below {@code minifaas}; the last chapter has none
     * @param sentence what it is about
     */
    public record Chapter(int number, String title, Optional<String> folder, String sentence) {
        /** Whether the chapter's package is in this program. */
        public boolean isBuilt() {
            return folder.map(name -> Syllabus.class.getResource("/minifaas/" + name + "/") != null)
                    .orElse(false);
        }
    }
}
