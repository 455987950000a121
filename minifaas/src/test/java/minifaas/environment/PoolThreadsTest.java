package minifaas.environment;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import minifaas.function.FunctionVersion;
import minifaas.invocation.BusySandboxes;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.Sandbox;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The pool's invariants with real threads: callers, updates, and sandboxes that become ready and end on threads of
 * their own. {@link PoolScenario} plays the same on one thread and a clock that stands still.
 */
class PoolThreadsTest {
    private static final int BUDGET_MIB = 640;
    private static final int CALLERS = 8;
    private static final int CALLS_EACH = 400;
    private static final int LONGEST_SECONDS = 60;
    private static final List<String> FUNCTIONS = List.of("a", "b", "c");

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final SystemClock clock = new SystemClock();
    private final BusySandboxes sandboxes = new BusySandboxes(BUDGET_MIB, seed);
    private final AtomicIntegerArray deployments = new AtomicIntegerArray(FUNCTIONS.size());
    private final WarmPool pool = new WarmPool(
            sandboxes,
            new PoolRules(
                    BUDGET_MIB, Duration.ofMillis(1), KeepAlivePolicy.always(Duration.ofMillis(5)), this::isCurrent),
            clock);

    @AfterEach
    void stop() {
        sandboxes.close();
        clock.close();
    }

    private FunctionVersion current(int function) {
        String name = FUNCTIONS.get(function);
        return version(name, name + deployments.get(function), 128 * (1 + function));
    }

    private boolean isCurrent(FunctionVersion version) {
        int function = FUNCTIONS.indexOf(version.function().name());
        return version.deployment().equals(current(function).deployment());
    }

    private int callAndUpdate(Random random, int caller) throws Exception {
        int granted = 0;
        for (int i = 0; i < CALLS_EACH; i++) {
            int function = random.nextInt(FUNCTIONS.size());
            if (random.nextInt(40) == 0) {
                deployments.incrementAndGet(function);
                pool.retire(current(function).function());
            }
            FunctionVersion version = current(function);
            var acquired = pool.acquire(version).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            sandboxes.require(acquired instanceof Granted, "refused: " + acquired);
            Sandbox sandbox = ((Granted) acquired).sandbox();
            Sandbox.Run run = sandbox.run(call(version, caller + "-" + i + "-" + random.nextInt(), "{}"))
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS);
            pool.release(sandbox, run);
            granted++;
        }
        return granted;
    }

    @Test
    void theInvariantsHoldWhenEverythingHappensAtOnce() throws Exception {
        System.out.println("pool with threads from seed " + seed + " (-Dseed=" + seed + " repeats its choices)");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        var calls = new ArrayList<Future<Integer>>();
        for (int i = 0; i < CALLERS; i++) {
            int caller = i;
            calls.add(callers.submit(() -> callAndUpdate(new Random(seed + caller), caller)));
        }
        for (Future<Integer> call : calls)
            assertThat(call.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(CALLS_EACH);
        callers.shutdown();

        assertThat(sandboxes.broken()).isEmpty();
        await().untilAsserted(() ->
                assertThat(pool.census()).as("kept-alive ones are reaped").isEmpty());
        pool.stopAll().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(sandboxes.usedMiB()).isZero();
    }
}
