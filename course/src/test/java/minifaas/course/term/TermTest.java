package minifaas.course.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
    private static final Path HOME = Path.of("..");

    @TempDir
    private Path folder;

    private Syllabus syllabus;

    @BeforeEach
    void theSyllabusOfTheCourse() throws IOException {
        syllabus = Syllabus.read(HOME);
    }

    @Test
    void theUsualFileShowsEverything() throws IOException {
        Term usual = Term.read(HOME.resolve(Term.FILE), syllabus);
        assertThat(usual.title()).isEqualTo("From Servers to Serverless");
        assertThat(syllabus.chapters()).allMatch(usual::shows);
    }

    @Test
    void aTermNamesItsChaptersInAnyOrder() throws IOException {
        Term term = read("""
                title: Cloud
                term: Autumn 2026
                chapters:
                  - {chapter: 7, released: 2026-10-05, due: 2026-10-19, solutions: 2026-10-26, points: 10}
                  - {chapter: 5}
                """);
        assertThat(term.title()).isEqualTo("Cloud");
        assertThat(term.term()).isEqualTo("Autumn 2026");
        assertThat(term.chapters()).extracting(TermChapter::number).containsExactly(5, 7);
        assertThat(term.of(chapter(7)))
                .contains(new TermChapter(
                        7,
                        Optional.of(LocalDate.of(2026, 10, 5)),
                        Optional.of(LocalDate.of(2026, 10, 19)),
                        Optional.of(LocalDate.of(2026, 10, 26)),
                        Optional.of(10)));
        assertThat(term.of(chapter(5))).contains(TermChapter.plain(5));
        assertThat(term.shows(chapter(6))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{chapter: 42}] | there is no chapter 42; the syllabus has 0 to 18",
                "[{chapter: 7}, {chapter: 7}] | chapter 7 is there twice",
                "[{chapter: 7, due: 19.10.2026}] | chapter 7: 'due' is '19.10.2026', not a date such as 2026-10-31",
                "[{chapter: 7, due: 2026-02-30}] | chapter 7: 'due' is '2026-02-30', not a date such as 2026-10-31",
                "[{chapter: 7, until: 2026-10-19}] | chapter 7 has an unknown entry 'until'",
                "[{chapter: 7, points: many}] | chapter 7: 'points' is \"many\", not a whole number from 0",
                "[{chapter: 7, points: -1}] | chapter 7: 'points' is -1, not a whole number from 0",
                "[{chapter: 7, released: 2026-10-19, due: 2026-10-05}] | chapter 7: its dates are not in the order",
                "[{due: 2026-10-05}] | an entry of 'chapters' has no number",
                "[7] | an entry of 'chapters' has no number: 7",
                "all | 'chapters' is no list"
            })
    void aMistakeInAChapterIsSaidInOneLine(String chapters, String message) {
        assertThatThrownBy(() -> read("title: Cloud\nchapters: " + chapters + "\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("mine.yaml: ", message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tittle: Cloud | the file has an unknown entry 'tittle'; known: title, term, chapters",
                "term: Autumn | has no title",
                "title: '' | has no title",
                "title: [Cloud] | 'title' is no text",
                "Cloud | the file has no entries",
                "title: 'Cloud | :1: this is not YAML"
            })
    void aMistakeInTheFileIsSaidInOneLine(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("mine.yaml:", message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Term.read(folder.resolve("none.yaml"), syllabus))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("there is no file .*none.yaml");
    }

    private Term read(String content) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, content);
        return Term.read(file, syllabus);
    }

    private Chapter chapter(int number) {
        return syllabus.chapter(number).orElseThrow();
    }
}
