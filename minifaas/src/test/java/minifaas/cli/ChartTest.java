package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import minifaas.cli.Look.State;
import minifaas.kernel.Json;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static Look look(int busy, int frozen, long queued, long throttled) {
        return new Look(Map.of(State.BUSY, busy, State.FROZEN, frozen), busy, queued, throttled, 0);
    }

    @Test
    void environmentsAreStackedByState() {
        List<String> lines =
                Chart.draw(List.of(look(0, 0, 0, 0), look(12, 0, 0, 0), look(4, 8, 0, 0)), TerminalSize.USUAL);
        assertThat(lines.subList(1, 14))
                .containsExactly(
                        "               12| #.",
                        "                 | #.",
                        "                 | #.",
                        "                9| #.",
                        "                 | #.",
                        "                 | #.",
                        "                6| #.",
                        "                 | #.",
                        "                 | ##",
                        "                3| ##",
                        "                 | ##",
                        "                 | ##",
                        "                0+---");
    }

    @Test
    void aThousandEnvironmentsFitAsWell() {
        List<String> lines = Chart.draw(List.of(look(500, 500, 0, 0)), TerminalSize.USUAL);
        assertThat(lines.subList(1, 13)).allMatch(line -> line.length() == 19);
        assertThat(lines.get(1)).isEqualTo("             1000|.");
        assertThat(lines.get(6)).endsWith("|.");
        assertThat(lines.get(7)).endsWith("|#");
    }

    @Test
    void queueAndThrottledCallsStandBelow() {
        List<String> lines = Chart.draw(
                List.of(look(1, 0, 0, 5), look(1, 0, 800, 7), look(1, 0, 1, 7), look(1, 0, 400, 9)),
                TerminalSize.USUAL);
        assertThat(lines.get(14)).isEqualTo("       queued 400| █▁▄");
        assertThat(lines.get(15)).isEqualTo("      throttled 9| █ █");
        assertThat(lines.get(16)).isEqualTo("environments 1 (1 busy); running 1; queued 400; throttled 9");
    }

    @Test
    void theNewestLooksAreShownWhenThereAreTooMany() {
        var looks = new ArrayList<>(Collections.nCopies(100, look(12, 0, 0, 0)));
        looks.add(look(0, 0, 0, 0));
        List<String> lines = Chart.draw(looks, new TerminalSize(24, 40));
        assertThat(lines.get(1)).isEqualTo("               12|" + "#".repeat(21) + " ");
    }

    @Test
    void noLineIsLongerThanTheTerminalIsWide() {
        var crowd = new Look(
                Map.of(State.BUSY, 300, State.STARTING, 200, State.IDLE, 100, State.FROZEN, 150, State.STOPPING, 50),
                1_000,
                1_234_567,
                7_654_321,
                8_765_432);
        assertThat(Chart.draw(Collections.nCopies(100, crowd), TerminalSize.USUAL))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void inALowTerminalItHasFewerRows() {
        List<String> lines = Chart.draw(List.of(look(3, 0, 0, 0)), new TerminalSize(10, 80));
        assertThat(lines).hasSize(9);
        assertThat(lines.subList(1, 6))
                .containsExactly(
                        "                4| ",
                        "                3|#",
                        "                 |#",
                        "                 |#",
                        "                0+-");
        assertThat(Chart.draw(List.of(look(3, 0, 0, 0)), new TerminalSize(6, 80)))
                .containsExactly("environments 3 (3 busy); running 3; queued 0; throttled 0");
    }

    @Test
    void itHasAlwaysTheSameNumberOfLinesSoThatItCanBeDrawnOver() {
        assertThat(Chart.draw(List.of(look(0, 0, 0, 0)), TerminalSize.USUAL))
                .hasSameSizeAs(Chart.draw(Collections.nCopies(300, look(70, 7, 1, 1)), TerminalSize.USUAL));
    }

    @Test
    void aLookIsReadFromTheServersAnswer() throws IOException {
        String answer = "{\"environments\":{\"FROZEN\":3,\"BUSY\":2},\"running\":2,\"queued\":5,\"throttled\":1}";
        assertThat(Look.read(Json.read(answer.getBytes())).line())
                .isEqualTo("environments 5 (2 busy, 3 frozen); running 2; queued 5; throttled 1");
        assertThat(Look.read(Json.read("{\"spilledOver\":3}".getBytes())).line())
                .isEqualTo("environments 0; running 0; queued 0; throttled 0; spilled over 3");
    }

    @Test
    void anIdlePlatformIsOneShortLine() throws IOException {
        assertThat(Look.read(Json.read("{}".getBytes())).line())
                .isEqualTo("environments 0; running 0; queued 0; throttled 0");
    }
}
