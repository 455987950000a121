package minifaas.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import minifaas.course.text.MemberIncludes;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Asciidoctor, set up for the course. One for all pages: its start takes longer than a page. */
final class Converter implements AutoCloseable {
    /** Where Asciidoctor writes what it reports; held here, or it may be collected with its settings. */
    private static final Logger REPORTS = Logger.getLogger("asciidoctor");

    private final Asciidoctor asciidoctor;
    private final Path out;
    private final Path cache;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param home the folder of the course
     * @param out where drawings go
     * @param cache for drawings, so that those that have not changed are not made again
     */
    Converter(Path home, Path out, Path cache) {
        this.asciidoctor = Asciidoctor.Factory.create();
        this.out = out;
        this.cache = cache;
        asciidoctor.requireLibrary("asciidoctor-diagram");
        asciidoctor.javaExtensionRegistry().includeProcessor(new MemberInclude(new MemberIncludes(home)));
        REPORTS.setUseParentHandlers(false); // they are noted, and said once at the end
        asciidoctor.registerLogHandler(this::note);
    }

    /** The page as HTML, without head and title. */
    String convert(Path page) {
        var attributes = Attributes.builder()
                .attribute("source-highlighter", "rouge")
                .attribute("rouge-css", "class")
                .attribute("attribute-missing", "warn")
                .attribute("idprefix", "")
                .attribute("idseparator", "-")
                .attribute("sectanchors", "")
                .attribute("imagesdir", "images")
                .attribute("imagesoutdir", out.resolve("images").toString())
                .attribute("diagram-cachedir", cache.toString())
                .attribute("diagram-format", "svg")
                .build();
        return asciidoctor.convertFile(
                page.toFile(),
                Options.builder()
                        .safe(SafeMode.UNSAFE)
                        .standalone(false)
                        .toFile(false)
                        .attributes(attributes)
                        .build());
    }

    /** What was wrong with the pages until now: a warning is a mistake. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void note(LogRecord record) {
        if (record.getSeverity().compareTo(Severity.WARN) < 0) return;
        String place = record.getCursor() == null
                ? ""
                : record.getCursor().getPath() + ":" + record.getCursor().getLineNumber() + ": ";
        problems.add(place + record.getMessage());
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
