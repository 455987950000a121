package minifaas.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import picocli.CommandLine.Option;

/** What is to be made, as Maven says it to each of its steps. */
final class Order {
    private static final String ALL = "all";

    @Option(names = "--home", required = true, description = "the folder of the course")
    private Path home;

    @Option(names = "--course", required = true, description = "the file of the term")
    private Path course;

    @Option(names = "--edition", required = true, description = "student, instructor or all")
    private String edition;

    @Option(names = "--work", required = true, description = "the folder of what Asciidoctor reads and writes")
    private Path work;

    /** The folder of the course. */
    Path home() {
        return home.toAbsolutePath().normalize();
    }

    Term term() throws IOException {
        return Term.read(course, Syllabus.read(home));
    }

    /** The texts that an edition shows. */
    Sources sources(Edition of) throws IOException {
        return Sources.of(home(), Syllabus.read(home), term(), of);
    }

    List<Edition> editions() {
        return edition.equals(ALL)
                ? List.of(Edition.values())
                : List.of(Edition.valueOf(edition.toUpperCase(Locale.ROOT)));
    }

    /** Where Asciidoctor finds the texts, with a folder for each edition, as below. */
    Path texts() {
        return work("texts");
    }

    /** Where it finds the books. */
    Path books() {
        return work("books");
    }

    /** Where it writes the pages. */
    Path pages() {
        return work("pages");
    }

    private Path work(String name) {
        return work.toAbsolutePath().normalize().resolve(name);
    }
}
