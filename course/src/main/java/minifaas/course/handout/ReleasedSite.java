package minifaas.course.handout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import minifaas.course.source.LabSources;
import minifaas.course.syllabus.Chapter;

/**
 * The book as far as it is released. It is made from a copy of the texts, beside sources without the closed bodies: what
 * is not there cannot come into a page.
 */
final class ReleasedSite {
    private static final String CHAPTER = "chapter";
    private static final String CHAPTERS = "chapters";

    private final Path home;
    private final Path termFile;
    private final Release release;

    /** @param home the folder of the course */
    ReleasedSite(Path home, Path termFile, Release release) {
        this.home = home;
        this.termFile = termFile;
        this.release = release;
    }

    /**
     * Builds it.
     *
     * @param scratch an empty folder
     * @return the folder of the site
     */
    Path build(SiteBuild build, Path scratch) throws IOException, InterruptedException {
        Path copy = scratch.resolve("course");
        ReleasedLabs.copy(home.resolve(CHAPTERS), copy.resolve(CHAPTERS));
        new ReadingSources(home, release.closed()).write(new LabSources(copy).reference());
        Path term = scratch.resolve("term.yaml");
        Files.writeString(term, term());
        Path site = scratch.resolve("site");
        build.build(copy, term, site);
        return site;
    }

    /** The term with the chapters that are released, and no others. */
    private String term() throws IOException {
        var yaml = new YAMLMapper();
        ObjectNode term = (ObjectNode) yaml.readTree(Files.readString(termFile));
        var entries = new HashMap<Integer, JsonNode>();
        for (JsonNode entry : term.path(CHAPTERS))
            entries.put(entry.path(CHAPTER).intValue(), entry);
        ArrayNode released = term.putArray(CHAPTERS);
        for (Chapter chapter : release.chapters()) {
            JsonNode entry = entries.get(chapter.number());
            released.add(entry != null ? entry : yaml.createObjectNode().put(CHAPTER, chapter.number()));
        }
        return yaml.writeValueAsString(term);
    }
}
