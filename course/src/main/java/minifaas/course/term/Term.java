package minifaas.course.term;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;

/**
 * The course as it is given in one term. The instructor's file says it; {@code site/course.yaml} is the usual one, and
 * explains its form.
 *
 * @param title of the course
 * @param term its name, such as "Autumn 2026"; empty when it has none
 * @param chapters that students see, in the order of the book
 */
public record Term(String title, String term, List<TermChapter> chapters) {
    /** Where the usual file stands, seen from the folder of the course. */
    public static final Path FILE = Path.of("site", "course.yaml");

    public Term {
        chapters = List.copyOf(chapters);
    }

    /**
     * Reads a term.
     *
     * @param syllabus of the course, which knows the chapters
     * @throws IOException when the file cannot be read or says what cannot be; the message is one line and names both
     */
    public static Term read(Path file, Syllabus syllabus) throws IOException {
        return new TermFile(file, syllabus).read();
    }

    /** What is decided of a chapter; empty when it is not shown. */
    public Optional<TermChapter> of(Chapter chapter) {
        return chapters.stream()
                .filter(each -> each.number() == chapter.number())
                .findFirst();
    }

    /** Whether students see a chapter. */
    public boolean shows(Chapter chapter) {
        return of(chapter).isPresent();
    }
}
