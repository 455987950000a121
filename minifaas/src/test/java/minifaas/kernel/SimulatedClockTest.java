package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private final SimulatedClock clock = new SimulatedClock();
    private final List<String> ran = new ArrayList<>();

    @Test
    void actionsRunInTheOrderInWhichTheyAreDue() {
        clock.after(Duration.ofMillis(20), () -> ran.add("late"));
        clock.after(Duration.ofMillis(10), () -> ran.add("early"));
        clock.after(Duration.ofMillis(20), () -> ran.add("last"));
        clock.advance(Duration.ofMillis(20));
        assertThat(ran).containsExactly("early", "late", "last");
    }

    @Test
    void anActionSeesTheTimeAtWhichItIsDueAndMayPlanAnother() {
        clock.after(Duration.ofSeconds(1), () -> {
            ran.add("at " + clock.nanos());
            clock.after(Duration.ofSeconds(1), () -> ran.add("at " + clock.nanos()));
        });
        clock.advance(Duration.ofSeconds(3));
        assertThat(ran).containsExactly("at 1000000000", "at 2000000000");
        assertThat(clock.nanos()).isEqualTo(3_000_000_000L);
    }

    @Test
    void whatWasCalledOffNeverRuns() {
        clock.after(Duration.ofSeconds(1), () -> ran.add("never")).cancel();
        clock.advance(Duration.ofSeconds(2));
        assertThat(ran).isEmpty();
        assertThat(clock.pending()).isZero();
    }
}
