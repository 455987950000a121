package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;

/** The whole of an edition as one PDF. */
final class PdfBook {
    private final Path home;
    private final Term term;
    private final Edition edition;

    PdfBook(Path home, Term term, Edition edition) {
        this.home = home.toAbsolutePath().normalize();
        this.term = term;
        this.edition = edition;
    }

    /** @param pdf the file to write */
    void print(Converter converter, Path pdf) throws IOException {
        Sources sources = Sources.of(home, Syllabus.read(home), term, edition);
        Path file = pdf.toAbsolutePath().normalize();
        Files.createDirectories(file.getParent());
        Map<String, Integer> numbers = sources.shown().stream()
                .filter(Source::isChapter)
                .map(source -> source.chapter().orElseThrow())
                .collect(Collectors.toMap(Chapter::title, Chapter::number));
        converter.print(text(sources), file, edition, numbers);
    }

    private String text(Sources sources) {
        String revision = term.term().isEmpty() ? "" : ":revremark: " + term.term() + "\n";
        return "= " + term.title() + "\n:doctype: book\n:toc:\n" + revision + "\n"
                + sources.shown().stream()
                        .map(source -> "include::" + source.file() + "[leveloffset=+1]\n\n")
                        .collect(Collectors.joining());
    }
}
