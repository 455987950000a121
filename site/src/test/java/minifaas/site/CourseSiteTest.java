package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Objective;
import minifaas.course.syllabus.Syllabus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The site of this course, as the build has just made it. */
class CourseSiteTest {
    private static final Path HOME = Path.of("..");
    private static final Path STUDENTS = Path.of("target/site");
    private static final Path INSTRUCTORS = Path.of("target/site-instructor");

    @ParameterizedTest
    @EnumSource
    void nothingInItIsBroken(Edition edition) throws IOException {
        Path site = edition == Edition.STUDENT ? STUDENTS : INSTRUCTORS;
        assertThat(site.resolve(Frame.INDEX)).isRegularFile();
        assertThat(SiteCheck.problems(site, edition)).isEmpty();
    }

    @Test
    void everyTextIsAPageWithItsObjectives() throws IOException {
        for (Chapter chapter : Syllabus.read(HOME).chapters()) {
            boolean isWritten = Files.exists(HOME.resolve("chapters/" + chapter.fileName() + ".adoc"));
            Path file = STUDENTS.resolve(chapter.fileName() + ".html");
            assertThat(Files.exists(file)).as(file.toString()).isEqualTo(isWritten);
            if (!isWritten) continue;
            Document page = Jsoup.parse(Files.readString(file));
            assertThat(page.select(".aims .objectives li").eachText())
                    .containsExactlyElementsOf(
                            chapter.objectives().stream().map(Objective::text).toList());
        }
    }

    /** What only the instructor's pages say, paragraph by paragraph, is in no file of the students' folder. */
    @Test
    void studentsGetNothingOfTheInstructors() throws IOException {
        var secrets = new ArrayList<String>();
        for (Path file : pages(INSTRUCTORS)) {
            Document page = Jsoup.parse(Files.readString(file));
            boolean isForTheInstructor = !Files.exists(STUDENTS.resolve(file.getFileName()));
            secrets.addAll(page.select(isForTheInstructor ? "article p" : ".instructor p")
                    .eachText());
        }
        assertThat(secrets).hasSizeGreaterThan(20);

        String students = text(STUDENTS);
        assertThat(secrets).noneMatch(students::contains);
    }

    private static String text(Path site) throws IOException {
        var all = new StringBuilder(Files.readString(site.resolve(SearchIndex.FILE)));
        for (Path file : pages(site))
            all.append(Jsoup.parse(Files.readString(file)).text());
        return all.toString();
    }

    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
