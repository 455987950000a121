package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import minifaas.course.text.MemberIncludes;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.OptionsBuilder;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jsoup.Jsoup;

/** Asciidoctor, set up for the course. One for all pages: its start takes longer than a page. */
final class Converter implements AutoCloseable {
    /** Where Asciidoctor writes what it reports; held here, or it may be collected with its settings. */
    private static final Logger REPORTS = Logger.getLogger("asciidoctor");

    private static final Pattern FACT_TWICE = Pattern.compile("id assigned to anchor already in use: F\\d+$");

    private final Asciidoctor asciidoctor;
    private final Path cache;
    private final Path drawingStyle;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param home the folder of the course
     * @param cache for drawings, so that those that have not changed are not made again
     */
    Converter(Path home, Path cache) throws IOException {
        this.asciidoctor = Asciidoctor.Factory.create();
        this.cache = Files.createDirectories(cache);
        this.drawingStyle = cache.resolve(Assets.DRAWING_STYLE);
        Assets.copy(Assets.DRAWING_STYLE, drawingStyle);
        asciidoctor.requireLibrary("asciidoctor-diagram");
        asciidoctor.javaExtensionRegistry().includeProcessor(new MemberInclude(new MemberIncludes(home)));
        REPORTS.setUseParentHandlers(false); // they are noted, and said once at the end
        asciidoctor.registerLogHandler(this::note);
    }

    /**
     * A text as HTML.
     *
     * @param out the folder of the site, where drawings go
     */
    Text convert(Source source, Path out, Edition edition) {
        var attributes = attributes(out, edition)
                .attribute("source-highlighter", "rouge")
                .attribute("rouge-css", "class")
                .attribute("sectanchors", "")
                .build();
        Document document = asciidoctor.loadFile(
                source.file().toFile(), options(attributes).standalone(false).build());
        var html = Jsoup.parseBodyFragment(document.convert());
        html.outputSettings().prettyPrint(false); // the white space of listings is theirs
        return new Text(source, document.getDoctitle(), html.body());
    }

    /**
     * All of a book as one PDF.
     *
     * @param book a text that includes the others
     * @param pdf the file to write
     * @param numbers of the chapters, by their titles
     */
    void print(String book, Path pdf, Edition edition, Map<String, Integer> numbers) {
        asciidoctor.requireLibrary("asciidoctor-pdf");
        asciidoctor.javaExtensionRegistry().treeprocessor(new NumberedChapters(numbers));
        var attributes = attributes(cache, edition)
                .attribute("source-highlighter", "rouge")
                .attribute("pdf-theme", "default")
                .build();
        asciidoctor.convert(
                book, options(attributes).backend("pdf").toFile(pdf.toFile()).build());
        // two chapters may teach one fact, each with its anchor
        problems.removeIf(problem -> FACT_TWICE.matcher(problem).find());
    }

    private AttributesBuilder attributes(Path out, Edition edition) {
        AttributesBuilder attributes = Attributes.builder()
                .attribute("attribute-missing", "warn")
                .attribute("idprefix", "")
                .attribute("idseparator", "-")
                .attribute("imagesdir", "images")
                .attribute("imagesoutdir", out.resolve("images").toString())
                .attribute("diagram-cachedir", cache.toString())
                .attribute("plantumlconfig", drawingStyle.toString())
                .attribute("diagram-format", "svg");
        return edition == Edition.INSTRUCTOR ? attributes.attribute("instructor", "") : attributes;
    }

    private static OptionsBuilder options(Attributes attributes) {
        return Options.builder().safe(SafeMode.UNSAFE).attributes(attributes);
    }

    /** What was wrong with the pages until now: a warning is a mistake. */
    List<String> problems() {
        return problems.stream().distinct().toList();
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
