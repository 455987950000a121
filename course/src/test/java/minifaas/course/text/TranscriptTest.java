package minifaas.course.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import minifaas.course.text.Transcript.Step;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String TEXT = """
            .a.txt
            [source,text]
            ----
            one
            ----

            [source,sh]
            ----
            not run
            ----

            [source,console]
            ----
            $ cat a.txt
            one
            $ true
            ----

            .a.txt
            [source,text]
            ----
            two
            ----

            [source,console,shows="F22"]
            ----
            $ echo \\
                $HOME
            <path>
            ----
            """;
    private static final String UUID = "8f507cfc-33d7-4ad1-a6b3-5d9d61a35db1";

    @Test
    void commandsAndFilesAreTakenInTheOrderOfThePage() {
        assertThat(transcript(TEXT).steps())
                .containsExactly(
                        new Step(Map.of("a.txt", "one\n"), "cat a.txt", "one\n", TEXT.indexOf("one\n$ true")),
                        new Step(Map.of(), "true", "", TEXT.indexOf("true\n") + 5),
                        new Step(Map.of("a.txt", "two\n"), "echo \\\n    $HOME", "<path>\n", TEXT.indexOf("<path>\n")));
    }

    @Test
    void aBlockThatIsRunBeginsWithACommand() {
        assertThatThrownBy(() -> transcript("[source,console]\n----\ncat a.txt\n----\n"))
                .hasMessageContaining("a.adoc:2");
    }

    @Test
    void whatVariesMatchesItsPatternAndTheRestMustBeEqual() {
        Step step = shown("REPORT RequestId: <uuid> Duration: <ms> ms (in all) Used: <MB> MB\n");
        String report = "REPORT RequestId: " + UUID + "\tDuration: 12.07 ms (in all)\tUsed: 9 MB";
        assertThat(step.shows(report)).isTrue();
        assertThat(step.shows(report.replace("12.07", "fast"))).isFalse();
        assertThat(step.shows(report + "\nmore")).isFalse();
        assertThat(step.shows("")).isFalse();
    }

    @Test
    void thereAreNoOtherPlaceholders() {
        assertThat(shown("<anything>").shows("x")).isFalse();
        assertThat(shown("File x, in <module>").shows("File x, in <module>")).isTrue();
    }

    @Test
    void anUpdateWritesPlaceholdersForWhatVaries() {
        String page = console("$ one\nold\n$ two\n");
        String report =
                "REPORT RequestId: " + UUID + "\tDuration: 12.07 ms\tMemory Size: 128 MB\tMax Memory Used: 9 MB\n";
        String rest =
                "digest n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg= at 2026-11-03T10:00:00.123Z\n\"/x/y/z.txt\", /etc\n";
        assertThat(run(page, report, rest).updatedText()).isEqualTo(console("""
                        $ one
                        REPORT RequestId: <uuid> Duration: <ms> ms Memory Size: 128 MB Max Memory Used: <MB> MB
                        $ two
                        digest <digest> at <time>
                        "<path>", /etc
                        """));
    }

    @Test
    void anUpdateKeepsWhatIsStillRight() {
        String page = console("$ one\na   b\n$ two\nsame    <ms>\nold\n  last\n");
        assertThat(run(page, "a b\n", "same 3\nnew\nlast\n").updatedText()).isEqualTo(page.replace("old", "new"));
        assertThat(run(page, "a b\n", "same 3\nold\nlast\n").updatedText()).isEqualTo(page);
    }

    @Test
    void anAnswerThatWouldReadAsACommandIsNotWritten() {
        PageRun run = run(console("$ one\n"), "$ two\n");
        assertThatThrownBy(run::updatedText).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDifferenceNamesPageAndCommand() {
        assertThat(run(console("$ one\nyes\n$ two\nno\n"), "yes", "maybe").differences())
                .singleElement()
                .asString()
                .contains("a.adoc", "$ two", "no", "maybe");
    }

    private static Transcript transcript(String text) {
        return Transcript.of(Page.of("a.adoc", text));
    }

    private static PageRun run(String text, String... outputs) {
        return new PageRun(transcript(text), List.of(outputs), List.of(Path.of("/x/y")));
    }

    private static String console(String lines) {
        return "Before.\n\n[source,console]\n----\n" + lines + "----\n\nAfter.\n";
    }

    private static Step shown(String output) {
        return new Step(Map.of(), "", output, 0);
    }
}
