package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Objective;
import minifaas.course.syllabus.Syllabus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The site of this course, as the build has just made it. */
class CourseSiteTest {
    private static final Path HOME = Path.of("..");
    private static final Path OUT = Path.of("target/site");

    @Test
    void nothingInItIsBroken() throws IOException {
        assertThat(OUT.resolve(Frame.INDEX)).isRegularFile();
        assertThat(SiteCheck.problems(OUT)).isEmpty();
    }

    @Test
    void everyTextIsAPageWithItsObjectives() throws IOException {
        for (Chapter chapter : Syllabus.read(HOME).chapters()) {
            boolean isWritten = Files.exists(HOME.resolve("chapters/" + chapter.fileName() + ".adoc"));
            Path file = OUT.resolve(Frame.fileName(chapter));
            assertThat(Files.exists(file)).as(file.toString()).isEqualTo(isWritten);
            if (!isWritten) continue;
            Document page = Jsoup.parse(Files.readString(file));
            assertThat(page.select(".objectives li").eachText())
                    .containsExactlyElementsOf(
                            chapter.objectives().stream().map(Objective::text).toList());
        }
    }
}
