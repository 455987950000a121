package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionVersion;
import minifaas.invocation.BusySandboxes;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.Sandbox;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Provisioned environments with real threads: callers, other wishes, and sandboxes that live on threads of their own. */
class ProvisionedThreadsTest {
    private static final int BUDGET_MIB = 1280;
    private static final int CALLERS = 6;
    private static final int CALLS_EACH = 300;
    private static final int LONGEST_SECONDS = 60;
    private static final List<FunctionVersion> VERSIONS =
            List.of(version("a", "a", 128), version("b", "b", 128), version("c", "c", 256));

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final SystemClock clock = new SystemClock();
    private final BusySandboxes sandboxes = new BusySandboxes(BUDGET_MIB, seed);
    private final Set<Sandbox> ahead = ConcurrentHashMap.newKeySet();
    private final AtomicInteger servedAhead = new AtomicInteger();
    private final Map<FunctionVersion, Integer> wanted = new ConcurrentHashMap<>();
    private final PoolRules rules = new PoolRules(
            BUDGET_MIB, Duration.ofMillis(1), KeepAlivePolicy.always(Duration.ofMillis(5)), version -> true);
    private final WarmPool pool = new WarmPool(sandboxes, rules, clock);
    private final ProvisionedEnvironments environments =
            new ProvisionedEnvironments(pool, this::startAhead, rules, clock, () -> wanted);

    @AfterEach
    void stop() {
        sandboxes.close();
        clock.close();
    }

    private Sandbox startAhead(FunctionVersion version, Sandbox.Watcher watcher) {
        Sandbox sandbox = sandboxes.start(version, watcher);
        ahead.add(sandbox);
        return sandbox;
    }

    private int callAndWish(Random random, int caller) throws Exception {
        for (int i = 0; i < CALLS_EACH; i++) {
            FunctionVersion version = VERSIONS.get(random.nextInt(VERSIONS.size()));
            if (random.nextInt(20) == 0) {
                wanted.put(version, random.nextInt(3));
                environments.reconcile();
            }
            var acquired = environments.acquire(version).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            sandboxes.require(acquired instanceof Granted, "refused: " + acquired);
            Sandbox sandbox = ((Granted) acquired).sandbox();
            Sandbox.Run run = sandbox.run(call(version, caller + "-" + i + "-" + random.nextInt(), "{}"))
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (ahead.contains(sandbox)) servedAhead.incrementAndGet();
            environments.release(sandbox, run);
        }
        return CALLS_EACH;
    }

    @Test
    void theInvariantsHoldWhenEverythingHappensAtOnce() throws Exception {
        System.out.println("provisioned with threads from seed " + seed + " (-Dseed=" + seed + " repeats its choices)");
        VERSIONS.forEach(version -> wanted.put(version, 1));
        environments.reconcile();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        var calls = new ArrayList<Future<Integer>>();
        for (int i = 0; i < CALLERS; i++) {
            int caller = i;
            calls.add(callers.submit(() -> callAndWish(new Random(seed + caller), caller)));
        }
        for (Future<Integer> call : calls)
            assertThat(call.get(2 * LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(CALLS_EACH);
        callers.shutdown();

        assertThat(sandboxes.broken()).isEmpty();
        assertThat(servedAhead.get()).as("calls in provisioned environments").isPositive();
        VERSIONS.forEach(version -> wanted.put(version, 2));
        environments.reconcile();
        await("all that is wanted is there at the end, and no more")
                .atMost(Duration.ofSeconds(LONGEST_SECONDS))
                .untilAsserted(() -> assertThat(environments.census()).isEqualTo(Map.of("IDLE", 6L)));
        environments.close();
        pool.stopAll().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(sandboxes.usedMiB()).isZero();
    }
}
