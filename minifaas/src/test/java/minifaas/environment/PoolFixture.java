package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments.Acquired;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import minifaas.kernel.SimulatedClock;

/** A pool of sandboxes that are none, on a clock that stands still. */
final class PoolFixture {
    static final Duration KEEP_ALIVE = Duration.ofMinutes(10);
    static final Duration FREEZE_AFTER = Duration.ofMillis(10);
    static final Sandbox.Run ANSWERED = new Sandbox.Run(Optional.of(new Outcome.Succeeded(new byte[0])), new byte[0]);

    final SimulatedClock clock = new SimulatedClock();
    final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();
    /** Deployments that are no longer current. */
    final Set<String> replaced = new HashSet<>();

    final WarmPool pool;

    PoolFixture(int budgetMiB) {
        this(budgetMiB, FREEZE_AFTER);
    }

    PoolFixture(int budgetMiB, Duration freezeAfter) {
        var rules = new PoolRules(
                budgetMiB,
                freezeAfter,
                KeepAlivePolicy.always(KEEP_ALIVE),
                version -> !replaced.contains(version.deployment()));
        pool = new WarmPool(sandboxes, rules, clock);
    }

    static Sandbox granted(CompletableFuture<Acquired> answer) {
        assertThat(answer).isCompleted();
        assertThat(answer.join()).isInstanceOf(Granted.class);
        return ((Granted) answer.join()).sandbox();
    }

    /** One whole call on a pool that has to start an environment for it. */
    FakeSandbox coldCall(FunctionVersion version) {
        var answer = pool.acquire(version);
        FakeSandbox sandbox = sandboxes.latest();
        sandbox.isReady();
        pool.release(granted(answer), ANSWERED);
        return sandbox;
    }
}
