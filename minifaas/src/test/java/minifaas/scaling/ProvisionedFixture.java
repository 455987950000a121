package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments.Acquired;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import minifaas.kernel.SimulatedClock;

/** Provisioned environments before a pool, both with sandboxes that are none, on a clock that stands still. */
final class ProvisionedFixture {
    static final Duration FREEZE_AFTER = Duration.ofMillis(10);
    static final Duration KEEP_ALIVE = Duration.ofMinutes(10);
    static final Sandbox.Run ANSWERED = new Sandbox.Run(Optional.of(new Outcome.Succeeded(new byte[0])), new byte[0]);

    final SimulatedClock clock = new SimulatedClock();
    final FakeSandbox.Starter onDemand = new FakeSandbox.Starter();
    final FakeSandbox.Starter ahead = new FakeSandbox.Starter();
    final Set<String> replaced = new HashSet<>();
    final Map<FunctionVersion, Integer> wanted = new ConcurrentHashMap<>();
    final WarmPool pool;
    final ProvisionedEnvironments environments;

    ProvisionedFixture(int budgetMiB) {
        var rules = new PoolRules(
                budgetMiB,
                FREEZE_AFTER,
                KeepAlivePolicy.always(KEEP_ALIVE),
                version -> !replaced.contains(version.deployment()));
        pool = new WarmPool(onDemand, rules, clock);
        environments = new ProvisionedEnvironments(pool, ahead, rules, clock, () -> wanted);
    }

    void want(FunctionVersion version, int count) {
        if (count == 0) wanted.remove(version);
        else wanted.put(version, count);
        environments.reconcile();
    }

    /** Wants environments, and lets all of them initialise. */
    List<FakeSandbox> ready(FunctionVersion version, int count) {
        int before = ahead.started().size();
        want(version, count);
        for (int i = before; i < ahead.started().size(); i++)
            ahead.started().get(i).isReady();
        return ahead.started().subList(before, ahead.started().size());
    }

    static FakeSandbox granted(CompletableFuture<Acquired> answer) {
        assertThat(answer).isCompleted();
        assertThat(answer.join()).isInstanceOf(Granted.class);
        return (FakeSandbox) ((Granted) answer.join()).sandbox();
    }

    FakeSandbox acquired(FunctionVersion version) {
        return granted(environments.acquire(version));
    }

    static boolean isClosed(FakeSandbox sandbox) {
        return sandbox.events().contains("close");
    }
}
