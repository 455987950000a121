package minifaas.course.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages say that a reader types is typed here, and answers what they show.
 *
 * <p>With {@code -Dtranscripts=update} the pages are rewritten to show what was answered.
 */
class PageTranscriptsTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("transcripts"));

    @BeforeEach
    void thisMachineHasWhatTheyNeed() {
        List<String> missing = PageRunner.missingPrograms();
        if (Boolean.getBoolean("minifaas.requireAll")) assertThat(missing).isEmpty();
        assumeTrue(missing.isEmpty(), () -> "not run: not on PATH: " + missing);
    }

    static List<Path> pages() throws IOException {
        return CoursePages.withTranscript();
    }

    @Test
    void theReadmeHasCommands() throws IOException {
        assertThat(pages()).contains(CoursePages.HOME.resolve("README.adoc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @Tag("long")
    @Tag("once")
    void commandsAnswerWhatThePageShows(Path file) throws IOException {
        PageRun run = PageRunner.run(Page.read(file), CoursePages.HOME);
        if (UPDATE) Files.writeString(file, run.updatedText());
        else assertThat(run.differences()).isEmpty();
    }

    @Test
    void aPageIsRunInOneShellOnAPlatformOfItsOwn() throws IOException {
        Page page = Page.of("fixture.adoc", """
                .code/two.txt
                [source,text]
                ----
                two
                ----

                [source,console]
                ----
                $ word=$(cat code/two.txt)
                $ echo "$word" >&2
                two
                $ pwd
                <path>
                $ cat
                $ aws lambda list-functions --query 'length(Functions)'
                0
                $ (exit 3)
                $ faas nothing 2>&1 | head -n 1
                faas: Unmatched argument at index 0: 'nothing'; see ./faas --help
                ----
                """);
        assertThat(PageRunner.run(page, CoursePages.HOME).differences()).isEmpty();
    }

    @Test
    void aPageCanAskForThePlatformOfItsChapter() {
        Page page = Page.of("fixture.adoc", ":through: 99\n\n[source,console]\n----\n$ true\n----\n");
        assertThatThrownBy(() -> PageRunner.run(page, CoursePages.HOME)).hasMessageContaining("there is no chapter 99");
    }

    @Test
    void aWrongOutputIsFoundAndUpdated() throws IOException {
        Page page = Page.of("fixture.adoc", "[source,console]\n----\n$ echo right; pwd\nwrong\n----\n");
        PageRun run = PageRunner.run(page, CoursePages.HOME);
        assertThat(run.differences()).hasSize(1);
        assertThat(run.updatedText()).isEqualTo("[source,console]\n----\n$ echo right; pwd\nright\n<path>\n----\n");
    }
}
