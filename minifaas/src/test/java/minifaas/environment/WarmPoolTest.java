package minifaas.environment;

import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments.Acquired;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.Environments.Refused;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.Test;

class WarmPoolTest {
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(10);
    private static final Duration FREEZE_AFTER = Duration.ofMillis(10);
    private static final Sandbox.Run ANSWERED =
            new Sandbox.Run(Optional.of(new Outcome.Succeeded(new byte[0])), new byte[0]);

    private final SimulatedClock clock = new SimulatedClock();
    private final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();
    private final Set<String> replaced = new HashSet<>();
    private final WarmPool pool = poolWith(1024, FREEZE_AFTER);

    private WarmPool poolWith(int budgetMiB, Duration freezeAfter) {
        var rules = new PoolRules(
                budgetMiB,
                freezeAfter,
                KeepAlivePolicy.always(KEEP_ALIVE),
                version -> !replaced.contains(version.deployment()));
        return new WarmPool(sandboxes, rules, clock);
    }

    private static Sandbox granted(CompletableFuture<Acquired> answer) {
        assertThat(answer).isCompleted();
        assertThat(answer.join()).isInstanceOf(Granted.class);
        return ((Granted) answer.join()).sandbox();
    }

    /** One whole call on a pool that has to start an environment for it. */
    private FakeSandbox coldCall(FunctionVersion version) {
        var answer = pool.acquire(version);
        sandboxes.latest().isReady();
        pool.release(granted(answer), ANSWERED);
        return sandboxes.latest();
    }

    @Test
    void theFirstCallStartsAnEnvironmentAndWaitsUntilItIsReady() {
        var answer = pool.acquire(version("f"));

        assertThat(sandboxes.started()).hasSize(1);
        assertThat(answer).isNotCompleted();
        sandboxes.latest().isReady();
        assertThat(granted(answer)).isSameAs(sandboxes.latest());
    }

    @Test
    void theNextCallReusesTheWarmEnvironment() {
        FakeSandbox first = coldCall(version("f"));

        assertThat(granted(pool.acquire(version("f")))).isSameAs(first);
        assertThat(sandboxes.started()).hasSize(1);
    }

    @Test
    void aBusyEnvironmentIsNotGivenToASecondCall() {
        coldCall(version("f"));
        granted(pool.acquire(version("f")));

        assertThat(pool.acquire(version("f"))).isNotCompleted();
        assertThat(sandboxes.started()).hasSize(2);
    }

    @Test
    void aCallThatWaitsTakesAnEnvironmentThatBecomesFreeBeforeItsOwnIsReady() {
        FakeSandbox first = coldCall(version("f"));
        Sandbox held = granted(pool.acquire(version("f")));
        var second = pool.acquire(version("f"));

        pool.release(held, ANSWERED);

        assertThat(granted(second)).isSameAs(first);
    }

    @Test
    void theMostRecentlyUsedEnvironmentIsReusedSoThatTheOthersCanExpire() {
        var answers = List.of(pool.acquire(version("f")), pool.acquire(version("f")));
        sandboxes.started().forEach(FakeSandbox::isReady);
        pool.release(granted(answers.get(0)), ANSWERED);
        clock.advance(Duration.ofSeconds(1));
        pool.release(granted(answers.get(1)), ANSWERED);

        assertThat(granted(pool.acquire(version("f")))).isSameAs(granted(answers.get(1)));
    }

    @Test
    void anotherVersionNeverGetsTheEnvironment() {
        coldCall(version("f", "old", 128));

        assertThat(pool.acquire(version("f", "new", 128))).isNotCompleted();
        assertThat(sandboxes.started()).hasSize(2);
    }

    @Test
    void anEnvironmentIsFrozenWhenItHasBeenIdleForAWhile() {
        FakeSandbox sandbox = coldCall(version("f"));

        clock.advance(FREEZE_AFTER.minusMillis(1));
        assertThat(sandbox.events()).doesNotContain("freeze");
        clock.advance(Duration.ofMillis(1));
        assertThat(sandbox.events()).endsWith("freeze");
    }

    @Test
    void withNoTimeToWaitAnEnvironmentIsFrozenAtOnce() {
        var strict = poolWith(1024, Duration.ZERO);
        var answer = strict.acquire(version("f"));
        sandboxes.latest().isReady();
        strict.release(granted(answer), ANSWERED);

        assertThat(sandboxes.latest().events()).endsWith("freeze");
    }

    @Test
    void aFrozenEnvironmentIsThawedForTheNextCall() {
        FakeSandbox sandbox = coldCall(version("f"));
        clock.advance(Duration.ofSeconds(1));

        pool.acquire(version("f"));

        assertThat(sandbox.events()).endsWith("freeze", "thaw");
    }

    @Test
    void anEnvironmentThatNobodyUsesIsLetGoAfterItsKeepAlive() {
        FakeSandbox sandbox = coldCall(version("f"));

        clock.advance(KEEP_ALIVE.minusMillis(1));
        assertThat(sandbox.events()).doesNotContain("close");
        clock.advance(Duration.ofMillis(1));
        assertThat(sandbox.events()).endsWith("close");
    }

    @Test
    void aCallBeginsTheKeepAliveAnew() {
        FakeSandbox sandbox = coldCall(version("f"));
        clock.advance(Duration.ofMinutes(9));
        pool.release(granted(pool.acquire(version("f"))), ANSWERED);

        clock.advance(Duration.ofMinutes(9));

        assertThat(sandbox.events()).doesNotContain("close");
    }

    @Test
    void anEnvironmentWhoseFunctionTimedOutIsNeverUsedAgain() {
        for (var kind : List.of(Outcome.Kind.TIMEOUT, Outcome.Kind.EXIT, Outcome.Kind.INIT)) {
            var answer = pool.acquire(version("f-" + kind));
            FakeSandbox sandbox = sandboxes.latest();
            sandbox.isReady();
            var run = new Sandbox.Run(Optional.of(new Outcome.FunctionError(new byte[0], kind)), new byte[0]);
            pool.release(granted(answer), run);

            assertThat(sandbox.events()).as("after %s", kind).endsWith("close");
            assertThat(pool.acquire(version("f-" + kind))).isNotCompleted();
        }
    }

    @Test
    void anErrorThatTheHandlerReportedLeavesTheEnvironmentUsable() {
        var answer = pool.acquire(version("f"));
        sandboxes.latest().isReady();
        var error = new Outcome.FunctionError(new byte[0], Outcome.Kind.REPORTED);
        pool.release(granted(answer), new Sandbox.Run(Optional.of(error), new byte[0]));

        assertThat(granted(pool.acquire(version("f")))).isSameAs(sandboxes.latest());
    }

    @Test
    void anUpdateLetsGoOfIdleEnvironmentsAtOnceAndOfBusyOnesWhenTheyAreReleased() {
        var idle = coldCall(version("f", "old", 128));
        var busyAnswer = List.of(pool.acquire(version("f", "old", 128)), pool.acquire(version("f", "old", 128)));
        FakeSandbox busy = sandboxes.latest();
        busy.isReady();
        pool.release(granted(busyAnswer.get(0)), ANSWERED);

        replaced.add("old");
        pool.retire(version("f").function());

        assertThat(idle.events()).endsWith("close");
        assertThat(busy.events()).doesNotContain("close");
        pool.release(granted(busyAnswer.get(1)), ANSWERED);
        assertThat(busy.events()).endsWith("close");
    }

    @Test
    void anEnvironmentThatEndsByItselfIsForgotten() {
        coldCall(version("f")).isGone();

        assertThat(pool.acquire(version("f"))).isNotCompleted();
        assertThat(sandboxes.started()).hasSize(2);
    }

    @Test
    void whenInitialisationFailsTheWaitingCallGetsTheSandboxThatKnowsWhy() {
        var answer = pool.acquire(version("f"));

        sandboxes.latest().isGone();

        assertThat(granted(answer)).isSameAs(sandboxes.latest());
        pool.release(granted(answer), Sandbox.Run.notStarted());
        assertThat(pool.census()).isEmpty();
    }

    @Test
    void atTheMemoryBoundTheLongestIdleEnvironmentGivesWay() {
        var tight = poolWith(256, FREEZE_AFTER);
        FakeSandbox oldest = callOn(tight, "a");
        clock.advance(Duration.ofSeconds(1));
        FakeSandbox newer = callOn(tight, "b");

        var answer = tight.acquire(version("c"));

        assertThat(oldest.events()).endsWith("close");
        assertThat(newer.events()).doesNotContain("close");
        assertThat(sandboxes.started())
                .as("nothing starts before the memory is free")
                .hasSize(2);
        oldest.isGone();
        sandboxes.latest().isReady();
        assertThat(granted(answer)).isSameAs(sandboxes.latest());
    }

    private FakeSandbox callOn(WarmPool tight, String name) {
        var answer = tight.acquire(version(name));
        FakeSandbox sandbox = sandboxes.latest();
        sandbox.isReady();
        tight.release(granted(answer), ANSWERED);
        return sandbox;
    }

    @Test
    void atTheMemoryBoundCallsWaitInOrderSoThatNoFunctionStarvesAnother() {
        var tight = poolWith(128, FREEZE_AFTER);
        var first = tight.acquire(version("a"));
        sandboxes.latest().isReady();
        var other = tight.acquire(version("b"));
        var same = tight.acquire(version("a"));

        tight.release(granted(first), ANSWERED);

        assertThat(same).as("came after b, and must not overtake it").isNotCompleted();
        sandboxes.started().get(0).isGone();
        sandboxes.latest().isReady();
        assertThat(granted(other)).isSameAs(sandboxes.latest());
        assertThat(sandboxes.latest().version().function().name()).isEqualTo("b");
    }

    @Test
    void aCallThatFindsNoRoomFor30SecondsIsThrottled() {
        var tight = poolWith(128, FREEZE_AFTER);
        tight.acquire(version("a"));
        sandboxes.latest().isReady();
        var answer = tight.acquire(version("b"));

        clock.advance(Duration.ofSeconds(29));
        assertThat(answer).isNotCompleted();
        clock.advance(Duration.ofSeconds(1));

        assertThat(answer.join()).isInstanceOf(Refused.class);
    }

    @Test
    void aFunctionThatNeedsMoreThanAllTheMemoryIsThrottledAtOnceAndToldWhy() {
        var answer = pool.acquire(version("big", "big", 2048));

        assertThat(((Refused) answer.join()).reason().message()).contains("2048 MiB", "1024 MiB");
    }

    @Test
    void noMoreThanAFewEnvironmentsOfOneVersionStartAtOnce() {
        int starts = 2 * Runtime.getRuntime().availableProcessors();
        var large = poolWith(100_000, FREEZE_AFTER);
        for (int i = 0; i < 3 * starts; i++) large.acquire(version("f"));

        assertThat(sandboxes.started()).hasSize(starts);
        sandboxes.started().get(0).isReady();
        assertThat(sandboxes.started()).hasSize(starts + 1);
        large.acquire(version("other"));
        assertThat(sandboxes.started())
                .as("another function does not wait for them")
                .hasSize(starts + 2);
    }

    @Test
    void stoppingEndsIdleAndBusyEnvironmentsAndRefusesCalls() {
        FakeSandbox idle = coldCall(version("idle"));
        pool.acquire(version("busy"));
        FakeSandbox busy = sandboxes.latest();
        busy.isReady();

        var stopped = pool.stopAll();

        assertThat(idle.events()).endsWith("close");
        assertThat(busy.events()).endsWith("close");
        assertThat(stopped).isNotCompleted();
        idle.isGone();
        busy.isGone();
        assertThat(stopped).isCompleted();
        assertThat(pool.acquire(version("late")).join()).isInstanceOf(Refused.class);
    }
}
