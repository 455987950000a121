package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.text.MemberIncludes;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Does in this JVM what the build does with Asciidoctor's Maven plugin, with the plugin's settings from the pom. */
final class PluginAsciidoctor implements AutoCloseable {
    private static final String ATTRIBUTES =
            "build > plugins > plugin:has(> artifactId:containsOwn(asciidoctor-maven-plugin)) > configuration > attributes";

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
    private final List<Element> settings;
    private final Path work;
    private final List<String> problems = new ArrayList<>();

    /** @param work an empty folder */
    PluginAsciidoctor(Path work) throws IOException {
        this.work = work;
        settings = Jsoup.parse(Files.readString(Path.of("pom.xml")), "", Parser.xmlParser())
                .select(ATTRIBUTES)
                .first()
                .children();
        asciidoctor.requireLibrary("asciidoctor-diagram");
        asciidoctor.registerLogHandler(this::note);
    }

    /**
     * Makes a text of each source, and a page of each text.
     *
     * @return the folder of the pages
     */
    Path pages(Path home, Sources sources, Edition edition) throws IOException {
        Path texts = Files.createTempDirectory(work, "texts");
        Path pages = Files.createTempDirectory(work, "pages");
        var manuscript = new Manuscript(texts, new MemberIncludes(home));
        manuscript.write(sources);
        problems.addAll(manuscript.problems());
        var options = Options.builder()
                .safe(SafeMode.UNSAFE)
                .standalone(false)
                .attributes(attributes(pages, edition))
                .toDir(pages.toFile())
                .build();
        try (Stream<Path> files = Files.list(texts)) {
            for (Path text : files.filter(Files::isRegularFile).toList())
                asciidoctor.convertFile(text.toFile(), options);
        }
        return pages;
    }

    private Attributes attributes(Path pages, Edition edition) {
        AttributesBuilder attributes = Attributes.builder();
        for (Element setting : settings) {
            String value = setting.text()
                    .replace("${project.build.directory}", work.toString())
                    .replace("${project.basedir}", Path.of("").toAbsolutePath().toString());
            attributes.attribute(setting.tagName(), value);
        }
        attributes.attribute("imagesoutdir", pages.resolve("images").toString());
        if (edition == Edition.INSTRUCTOR) attributes.attribute("instructor", "");
        return attributes.build();
    }

    /** The includes that lead nowhere, and Asciidoctor's warnings: each fails the build. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void note(LogRecord record) {
        if (record.getSeverity().compareTo(Severity.WARN) >= 0) problems.add(record.getMessage());
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
