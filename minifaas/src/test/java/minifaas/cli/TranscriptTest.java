package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import minifaas.cli.Transcript.Step;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void commandsAndFilesAreTakenFromTheirBlocks() {
        var transcript = Transcript.of("""
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
                $ echo $HOME
                <path>
                ----
                """);
        assertThat(transcript.files()).containsOnly(Map.entry("a.txt", "one\n"));
        assertThat(transcript.steps())
                .containsExactly(
                        new Step("cat a.txt", "one\n"), new Step("true", ""), new Step("echo $HOME", "<path>\n"));
    }

    @Test
    void whatVariesMatchesItsPatternAndTheRestMustBeEqual() {
        var step = new Step("", "REPORT RequestId: <uuid> Duration: <ms> ms (in all) Used: <MB> MB\n");
        String report =
                "REPORT RequestId: 8f507cfc-33d7-4ad1-a6b3-5d9d61a35db1\tDuration: 12.07 ms (in all)\tUsed: 9 MB";
        assertThat(step.shows(report)).isTrue();
        assertThat(step.shows(report.replace("12.07", "fast"))).isFalse();
        assertThat(step.shows(report + "\nmore")).isFalse();
        assertThat(step.shows("")).isFalse();
    }

    @Test
    void anUnknownPatternIsAMistakeOfThePage() {
        assertThatThrownBy(() -> new Step("", "<anything>").shows("x")).hasMessageContaining("<anything>");
    }
}
