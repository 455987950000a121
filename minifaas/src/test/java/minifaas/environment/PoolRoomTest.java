package minifaas.environment;

import static minifaas.environment.PoolFixture.ANSWERED;
import static minifaas.environment.PoolFixture.granted;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import minifaas.invocation.Environments.Refused;
import minifaas.invocation.FakeSandbox;
import org.junit.jupiter.api.Test;

/** A pool has so much memory and no more: what gives way, who waits, and who is told that there is no room. */
class PoolRoomTest {
    @Test
    void atTheMemoryBoundTheLongestIdleEnvironmentGivesWay() {
        var tight = new PoolFixture(256);
        FakeSandbox oldest = tight.coldCall(version("a"));
        tight.clock.advance(Duration.ofSeconds(1));
        FakeSandbox newer = tight.coldCall(version("b"));

        var answer = tight.pool.acquire(version("c"));

        assertThat(oldest.events()).endsWith("close");
        assertThat(newer.events()).doesNotContain("close");
        assertThat(tight.sandboxes.started())
                .as("nothing starts before the memory is free")
                .hasSize(2);
        oldest.isGone();
        tight.sandboxes.latest().isReady();
        assertThat(granted(answer)).isSameAs(tight.sandboxes.latest());
    }

    @Test
    void atTheMemoryBoundCallsWaitInOrderSoThatNoFunctionStarvesAnother() {
        var tight = new PoolFixture(128);
        var first = tight.pool.acquire(version("a"));
        tight.sandboxes.latest().isReady();
        var other = tight.pool.acquire(version("b"));
        var same = tight.pool.acquire(version("a"));

        tight.pool.release(granted(first), ANSWERED);

        assertThat(same).as("came after b, and must not overtake it").isNotCompleted();
        tight.sandboxes.started().get(0).isGone();
        tight.sandboxes.latest().isReady();
        assertThat(granted(other)).isSameAs(tight.sandboxes.latest());
        assertThat(tight.sandboxes.latest().version().function().name()).isEqualTo("b");
    }

    @Test
    void aCallThatFindsNoRoomFor30SecondsIsThrottled() {
        var tight = new PoolFixture(128);
        tight.pool.acquire(version("a"));
        tight.sandboxes.latest().isReady();
        var answer = tight.pool.acquire(version("b"));

        tight.clock.advance(Duration.ofSeconds(29));
        assertThat(answer).isNotCompleted();
        tight.clock.advance(Duration.ofSeconds(1));

        assertThat(answer.join()).isInstanceOf(Refused.class);
    }

    @Test
    void aFunctionThatNeedsMoreThanAllTheMemoryIsThrottledAtOnceAndToldWhy() {
        var answer = new PoolFixture(1024).pool.acquire(version("big", "big", 2048));

        assertThat(((Refused) answer.join()).reason().message()).contains("2048 MiB", "1024 MiB");
    }

    @Test
    void noMoreThanAFewEnvironmentsOfOneVersionStartAtOnce() {
        int starts = 2 * Runtime.getRuntime().availableProcessors();
        var large = new PoolFixture(100_000);
        for (int i = 0; i < 3 * starts; i++) large.pool.acquire(version("f"));

        assertThat(large.sandboxes.started()).hasSize(starts);
        large.sandboxes.started().get(0).isReady();
        assertThat(large.sandboxes.started()).hasSize(starts + 1);
        large.pool.acquire(version("other"));
        assertThat(large.sandboxes.started())
                .as("another function does not wait for them")
                .hasSize(starts + 2);
    }
}
