package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
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
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.Invocation;
import minifaas.invocation.Outcome;
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
    private final ExecutorService sandboxThreads = Executors.newFixedThreadPool(3);
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger usedMiB = new AtomicInteger();
    private final AtomicInteger servedAhead = new AtomicInteger();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final Map<FunctionVersion, Integer> wanted = new ConcurrentHashMap<>();
    private final PoolRules rules = new PoolRules(
            BUDGET_MIB, Duration.ofMillis(1), KeepAlivePolicy.always(Duration.ofMillis(5)), version -> true);
    private final WarmPool pool = new WarmPool((version, watcher) -> new Busy(version, watcher, false), rules, clock);
    private final ProvisionedEnvironments environments = new ProvisionedEnvironments(
            pool, (version, watcher) -> new Busy(version, watcher, true), rules, clock, () -> wanted);

    @AfterEach
    void stop() {
        sandboxThreads.shutdown();
        clock.close();
    }

    /** A sandbox without a process, whose events come from other threads, and which sees when a rule is broken. */
    private final class Busy implements Sandbox {
        private final FunctionVersion version;
        private final Watcher watcher;
        private final boolean isAhead;

        // all guarded by this
        private CompletableFuture<Run> running;
        private boolean isFrozen;
        private boolean isGone;

        Busy(FunctionVersion version, Watcher watcher, boolean isAhead) {
            this.version = version;
            this.watcher = watcher;
            this.isAhead = isAhead;
            int used = usedMiB.addAndGet(version.settings().memorySizeMiB());
            require(used <= BUDGET_MIB, "over the memory bound: " + used + " MiB");
            boolean initialises = Math.floorMod(seed + started.getAndIncrement(), 20) > 0;
            sandboxThreads.execute(() -> {
                if (initialises) watcher.ready(this);
                else end();
            });
        }

        @Override
        public CompletableFuture<Run> run(Invocation invocation) {
            var run = new CompletableFuture<Run>();
            synchronized (this) {
                require(running == null || running.isDone(), "two invocations in one environment");
                require(invocation.version().equals(version), "another version");
                require(!isFrozen || isGone, "an invocation in a frozen environment");
                running = run;
                if (isGone) run.complete(Run.notStarted());
            }
            if (isAhead) servedAhead.incrementAndGet();
            int dice = Math.floorMod(invocation.requestId().hashCode(), 16);
            sandboxThreads.execute(() -> answer(run, dice));
            return run;
        }

        private void answer(CompletableFuture<Run> run, int dice) {
            Outcome timeout = new Outcome.FunctionError(new byte[0], Outcome.Kind.TIMEOUT);
            Outcome outcome = dice == 0 ? timeout : new Outcome.Succeeded(new byte[0]);
            run.complete(new Run(Optional.of(outcome), new byte[0]));
            if (dice == 0 || dice == 1) end(); // after a timeout it dies, and sometimes it dies by itself
        }

        @Override
        public synchronized void freeze() {
            isFrozen = true;
        }

        @Override
        public synchronized void thaw() {
            isFrozen = false;
        }

        @Override
        public void close() {
            synchronized (this) {
                require(running == null || running.isDone(), "ended under an invocation");
            }
            sandboxThreads.execute(this::end);
        }

        private void end() {
            synchronized (this) {
                if (isGone) return;
                isGone = true;
                if (running != null) running.complete(Run.notStarted());
            }
            usedMiB.addAndGet(-version.settings().memorySizeMiB());
            watcher.gone(this);
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) broken.add(rule);
    }

    private int callAndWish(Random random, int caller) throws Exception {
        for (int i = 0; i < CALLS_EACH; i++) {
            FunctionVersion version = VERSIONS.get(random.nextInt(VERSIONS.size()));
            if (random.nextInt(20) == 0) {
                wanted.put(version, random.nextInt(3));
                environments.reconcile();
            }
            var acquired = environments.acquire(version).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            require(acquired instanceof Granted, "refused: " + acquired);
            Sandbox sandbox = ((Granted) acquired).sandbox();
            Sandbox.Run run = sandbox.run(call(version, caller + "-" + i + "-" + random.nextInt(), "{}"))
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS);
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

        assertThat(broken).isEmpty();
        assertThat(servedAhead.get()).as("calls in provisioned environments").isPositive();
        VERSIONS.forEach(version -> wanted.put(version, 2));
        environments.reconcile();
        await("all that is wanted is there at the end, and no more")
                .atMost(Duration.ofSeconds(LONGEST_SECONDS))
                .untilAsserted(() -> assertThat(environments.census()).isEqualTo(Map.of("IDLE", 6L)));
        environments.close();
        pool.stopAll().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(usedMiB).hasValue(0);
    }
}
