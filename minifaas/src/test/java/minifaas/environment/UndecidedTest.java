package minifaas.environment;

import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import minifaas.kernel.NotWrittenYet;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.Test;

/** A decision of the pool that fails: nobody waits for ever, and no environment is kept that nobody can decide about. */
class UndecidedTest {
    private static final Sandbox.Run ANSWERED =
            new Sandbox.Run(Optional.of(new Outcome.Succeeded(new byte[0])), new byte[0]);

    private final NotWrittenYet missing = new NotWrittenYet("7.1");
    private final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();

    private WarmPool pool(KeepAlivePolicy keepAlive, Predicate<FunctionVersion> isCurrent) {
        return new WarmPool(sandboxes, new PoolRules(1024, Duration.ZERO, keepAlive, isCurrent), new SimulatedClock());
    }

    @Test
    void aCallThatWaitsGetsTheErrorAndTheEnvironmentIsEnded() {
        WarmPool pool = pool(
                version -> {
                    throw missing;
                },
                version -> true);
        var first = pool.acquire(version("f"));
        var second = pool.acquire(version("f"));

        assertThatThrownBy(() -> sandboxes.started().get(0).isReady()).isSameAs(missing);

        assertThatThrownBy(first::join).hasCause(missing);
        assertThatThrownBy(second::join).hasCause(missing);
        assertThat(sandboxes.started().get(0).events()).endsWith("close");
    }

    @Test
    void whoGivesAnEnvironmentBackGetsTheErrorAndThePoolGoesOn() {
        var unknown = new boolean[1];
        WarmPool pool = pool(KeepAlivePolicy.always(Duration.ofMinutes(1)), version -> {
            if (unknown[0]) throw missing;
            return true;
        });
        var answer = pool.acquire(version("f"));
        FakeSandbox sandbox = sandboxes.latest();
        sandbox.isReady();
        unknown[0] = true;

        assertThatThrownBy(() -> pool.release(((Granted) answer.join()).sandbox(), ANSWERED))
                .isSameAs(missing);

        assertThat(sandbox.events()).endsWith("close");
        sandbox.isGone();
        assertThat(pool.census()).isEmpty();
        unknown[0] = false;
        var next = pool.acquire(version("f"));
        sandboxes.latest().isReady();
        assertThat(next.join()).isInstanceOf(Granted.class);
    }
}
