package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionVersion;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.FunctionInvoker;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast a pool grows, and that it shrinks to nothing, on a clock that stands still. */
class ScalingRateTest {
    private static final FunctionVersion F = version("f");
    private static final FunctionVersion G = version("g");
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(10);

    private final SimulatedClock clock = new SimulatedClock();
    private final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();
    private final ScalingRate rate = new ScalingRate(1, clock);
    private final WarmPool pool = poolOf(1280);
    private final FunctionInvoker invoker = new FunctionInvoker(pool);

    private WarmPool poolOf(int budgetMiB) {
        var rules = new PoolRules(
                budgetMiB, Duration.ofMillis(10), KeepAlivePolicy.always(KEEP_ALIVE), rate, version -> true);
        return new WarmPool(sandboxes, rules, clock);
    }

    private List<CompletableFuture<Invoker.Result>> invoke(FunctionVersion version, int times) {
        var calls = new ArrayList<CompletableFuture<Invoker.Result>>();
        for (int i = 0; i < times; i++) calls.add(invoker.invoke(call(version, "id", "{}")));
        return calls;
    }

    private static boolean isThrottled(CompletableFuture<Invoker.Result> call) {
        return call.isDone()
                && call.join()
                        .outcome()
                        .equals(new Outcome.Throttled("ConcurrentInvocationLimitExceeded", "Rate Exceeded."));
    }

    @Test
    void aCallForWhichNoEnvironmentMayBeStartedIsThrottled() {
        var calls = invoke(F, 2);

        assertThat(sandboxes.started()).hasSize(1);
        assertThat(calls).filteredOn(ScalingRateTest::isThrottled).hasSize(1);
        assertThat(calls).filteredOn(CompletableFuture::isDone).hasSize(1);
    }

    @Test
    void eachFunctionHasARateOfItsOwn() {
        invoke(F, 2);

        assertThat(invoke(G, 1)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void warmEnvironmentsServeWhateverTheRate() {
        invoke(F, 1);
        FakeSandbox warm = sandboxes.latest();
        warm.isReady();
        for (int i = 0; i < 20; i++) {
            warm.answers("1");
            assertThat(invoke(F, 1)).noneMatch(CompletableFuture::isDone);
            assertThat(warm.isRunning()).isTrue();
        }
        assertThat(sandboxes.started()).hasSize(1);
    }

    @Test
    void aCallThatMayStartNothingTakesNobodysRoomAndIsThrottledAtOnce() {
        var small = new FunctionInvoker(poolOf(128));
        small.invoke(call(F, "id", "{}"));
        FakeSandbox warm = sandboxes.latest();
        warm.isReady();
        rate.started(G);

        assertThat(small.invoke(call(G, "id", "{}"))).as("while F runs").matches(ScalingRateTest::isThrottled);
        warm.answers("1");
        assertThat(small.invoke(call(G, "id", "{}"))).as("while F is idle").matches(ScalingRateTest::isThrottled);

        assertThat(warm.events()).doesNotContain("close");
    }

    @Test
    void aCallThatWaitsForRoomCountsForTheRateWhenItStartsOne() {
        var small = poolOf(128);
        small.acquire(F);
        FakeSandbox busy = sandboxes.latest();
        busy.isReady();

        var waiting = small.acquire(G);
        for (int look = 0; look < 5; look++) small.retire(F.function());

        assertThat(waiting).isNotDone();
        assertThat(rate.mayStart(G)).isTrue();
        busy.isGone();
        assertThat(sandboxes.latest().version()).isEqualTo(G);
        assertThat(rate.mayStart(G)).isFalse();
    }

    @Test
    void theRateComesBackWithTime() {
        invoke(F, 1);

        clock.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(invoke(F, 1)).allMatch(ScalingRateTest::isThrottled);
        clock.advance(Duration.ofNanos(1));
        assertThat(invoke(F, 1)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aFunctionThatIsForgottenBeginsAnew() {
        invoke(F, 1);
        assertThat(rate.mayStart(F)).isFalse();

        rate.forget(F.function());

        assertThat(rate.mayStart(F)).isTrue();
    }

    @Test
    @Tag("F44")
    void whenNobodyCallsThereIsNothingLeftAfterTheKeepAlive() {
        var calls = invoke(F, 1);
        calls.addAll(invoke(G, 1));
        sandboxes.started().forEach(FakeSandbox::isReady);
        assertThat(pool.census()).containsExactlyEntriesOf(Map.of("BUSY", 2L));
        sandboxes.started().forEach(sandbox -> sandbox.answers("1"));
        assertThat(calls).allMatch(CompletableFuture::isDone);

        clock.advance(KEEP_ALIVE.minusNanos(1));
        assertThat(pool.census()).containsExactlyEntriesOf(Map.of("FROZEN", 2L));
        clock.advance(Duration.ofNanos(1));
        sandboxes.started().forEach(FakeSandbox::isGone);

        assertThat(pool.census()).isEmpty();
        assertThat(clock.pending()).as("nothing is left to do").isZero();
    }
}
