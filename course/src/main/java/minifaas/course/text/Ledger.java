package minifaas.course.text;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import minifaas.course.syllabus.YamlFile;

/**
 * The ledger of facts: what the course has to teach, as {@code chapters/facts.yaml} lists it.
 *
 * @param facts in the order of the file
 */
public record Ledger(List<Fact> facts) {
    /** Where it stands, seen from the folder of the course. */
    public static final Path FILE = Path.of("chapters", "facts.yaml");

    public Ledger {
        facts = List.copyOf(facts);
    }

    /**
     * Reads the ledger.
     *
     * @param home the folder of the course
     * @throws IOException when the file is not there, or is no ledger; the message names the place
     */
    public static Ledger read(Path home) throws IOException {
        return YamlFile.read(home.resolve(FILE), new TypeReference<>() {});
    }

    /** The ids of the facts that a chapter has to say. */
    public List<String> of(int chapter) {
        return facts.stream()
                .filter(fact -> fact.chapters().contains(chapter))
                .map(Fact::id)
                .toList();
    }

    /** Whether there is a fact with this id. */
    public boolean has(String id) {
        return facts.stream().anyMatch(fact -> fact.id().equals(id));
    }
}
