package minifaas.environment;

import static minifaas.environment.PoolFixture.ANSWERED;
import static minifaas.environment.PoolFixture.FREEZE_AFTER;
import static minifaas.environment.PoolFixture.KEEP_ALIVE;
import static minifaas.environment.PoolFixture.granted;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import minifaas.invocation.FakeSandbox;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.Test;

/** What becomes of an environment that nobody uses: frozen, thawed for the next call, let go. */
class IdleEnvironmentTest {
    private final PoolFixture fixture = new PoolFixture(1024);
    private final SimulatedClock clock = fixture.clock;
    private final WarmPool pool = fixture.pool;

    @Test
    void anEnvironmentIsFrozenWhenItHasBeenIdleForAWhile() {
        FakeSandbox sandbox = fixture.coldCall(version("f"));

        clock.advance(FREEZE_AFTER.minusMillis(1));
        assertThat(sandbox.events()).doesNotContain("freeze");
        clock.advance(Duration.ofMillis(1));
        assertThat(sandbox.events()).endsWith("freeze");
    }

    @Test
    void withNoTimeToWaitAnEnvironmentIsFrozenAtOnce() {
        FakeSandbox sandbox = new PoolFixture(1024, Duration.ZERO).coldCall(version("f"));

        assertThat(sandbox.events()).endsWith("freeze");
    }

    @Test
    void aFrozenEnvironmentIsThawedForTheNextCall() {
        FakeSandbox sandbox = fixture.coldCall(version("f"));
        clock.advance(Duration.ofSeconds(1));

        pool.acquire(version("f"));

        assertThat(sandbox.events()).endsWith("freeze", "thaw");
    }

    @Test
    void anEnvironmentThatNobodyUsesIsLetGoAfterItsKeepAlive() {
        FakeSandbox sandbox = fixture.coldCall(version("f"));

        clock.advance(KEEP_ALIVE.minusMillis(1));
        assertThat(sandbox.events()).doesNotContain("close");
        clock.advance(Duration.ofMillis(1));
        assertThat(sandbox.events()).endsWith("close");
    }

    @Test
    void aCallBeginsTheKeepAliveAnew() {
        FakeSandbox sandbox = fixture.coldCall(version("f"));
        clock.advance(Duration.ofMinutes(9));
        pool.release(granted(pool.acquire(version("f"))), ANSWERED);

        clock.advance(Duration.ofMinutes(9));

        assertThat(sandbox.events()).doesNotContain("close");
    }
}
