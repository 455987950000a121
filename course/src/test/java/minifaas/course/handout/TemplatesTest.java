package minifaas.course.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** The README of a handout that has some chapters. */
    private String readme(Integer... numbers) throws IOException {
        Syllabus syllabus = Syllabus.read(COURSE);
        List<Chapter> chapters = Stream.of(numbers)
                .map(number -> syllabus.chapter(number).orElseThrow())
                .toList();
        new Templates(new CoursePom(COURSE))
                .write(folder, Term.read(COURSE.resolve(Term.FILE), syllabus), new Release(chapters, List.of()));
        return Files.readString(folder.resolve("README.adoc"));
    }

    @Test
    void theReadmeNamesTheFirstLab() throws Exception {
        assertThat(readme(0, 5, 7))
                .contains("./faas lab 5", "* 7 Warm environments")
                .doesNotContain("@");
    }

    @Test
    void withoutALabTheReadmeNamesNone() throws Exception {
        assertThat(readme(0)).contains("./faas demo", "* 0 Before").doesNotContain("@", "./faas lab", "labs/");
    }
}
