package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartFailuresTest {
    private final StartFailures failures = new StartFailures();
    private long now = Long.MAX_VALUE - 5_000_000_000L; // of two readings only the difference means something

    private Duration fails() {
        Duration delay = failures.add("d", true, now).orElseThrow();
        now += delay.toNanos();
        return delay;
    }

    @Test
    void theDelayDoublesFromOneSecondToFiveMinutes() {
        assertThat(List.of(fails(), fails(), fails(), fails()).stream().map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L);
        for (int i = 0; i < 10; i++) fails();
        assertThat(fails()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aDeploymentIsLeftAloneUntilTheDelayIsOverAndOthersAreNot() {
        failures.add("d", true, now);

        assertThat(failures.mayStart("d", now + 999_999_999)).isFalse();
        assertThat(failures.mayStart("d", now + 1_000_000_000)).isTrue();
        assertThat(failures.mayStart("other", now)).isTrue();
        assertThat(failures.has("other")).isFalse();
    }

    @Test
    void severalThatFailTogetherCountOnce() {
        failures.add("d", true, now);

        assertThat(failures.add("d", true, now + 1)).isEmpty();
        now += Duration.ofSeconds(1).toNanos();
        assertThat(fails()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aDeploymentThatStartsIsLeftAloneForLongerAfterItsNextFailureUnlessItStayed() {
        fails();
        failures.started("d");
        assertThat(failures.has("d")).isFalse();

        assertThat(failures.add("d", false, now)).contains(Duration.ofSeconds(2));
        assertThat(failures.has("d")).as("that was no start").isFalse();
    }

    @Test
    void aDeploymentThatStayedOrIsNotWantedAnyMoreHasNoFailures() {
        fails();
        failures.forget("d");
        assertThat(failures.has("d")).isFalse();
        assertThat(fails()).isEqualTo(Duration.ofSeconds(1));
        failures.retain(List.of("other"));
        assertThat(failures.has("d")).isFalse();
    }
}
