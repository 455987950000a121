package minifaas.environment;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.Invocation;
import minifaas.invocation.Outcome;
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
    private final ExecutorService sandboxThreads = Executors.newFixedThreadPool(3);
    private final AtomicIntegerArray deployments = new AtomicIntegerArray(FUNCTIONS.size());
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger usedMiB = new AtomicInteger();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final WarmPool pool = new WarmPool(
            Busy::new,
            new PoolRules(
                    BUDGET_MIB, Duration.ofMillis(1), KeepAlivePolicy.always(Duration.ofMillis(5)), this::isCurrent),
            clock);

    @AfterEach
    void stop() {
        sandboxThreads.shutdown();
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

    /** A sandbox without a process, whose events come from other threads, and which sees when a rule is broken. */
    private final class Busy implements Sandbox {
        private final FunctionVersion version;
        private final Watcher watcher;

        // all guarded by this
        private CompletableFuture<Run> running;
        private boolean isFrozen;
        private boolean isGone;

        Busy(FunctionVersion version, Watcher watcher) {
            this.version = version;
            this.watcher = watcher;
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
                require(invocation.version().deployment().equals(version.deployment()), "stale version");
                require(!isFrozen || isGone, "an invocation in a frozen environment");
                running = run;
                if (isGone) run.complete(Run.notStarted());
            }
            sandboxThreads.execute(
                    () -> answer(run, Math.floorMod(invocation.requestId().hashCode(), 16)));
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
            sandboxThreads.execute(this::end);
        }

        private void end() {
            CompletableFuture<Run> interrupted;
            synchronized (this) {
                if (isGone) return;
                isGone = true;
                interrupted = running;
            }
            if (interrupted != null) interrupted.complete(Run.notStarted());
            usedMiB.addAndGet(-version.settings().memorySizeMiB());
            watcher.gone(this);
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) broken.add(rule);
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
            require(acquired instanceof Granted, "refused: " + acquired);
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

        assertThat(broken).isEmpty();
        await().untilAsserted(() ->
                assertThat(pool.census()).as("kept-alive ones are reaped").isEmpty());
        pool.stopAll().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(usedMiB).hasValue(0);
    }
}
