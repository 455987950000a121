package minifaas.invocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import minifaas.function.FunctionVersion;

/** Sandboxes without processes, whose events come from threads of their own, and which see when a rule is broken. */
public final class BusySandboxes implements Sandbox.Starter, AutoCloseable {
    private final int budgetMiB;
    private final long seed;
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger usedMiB = new AtomicInteger();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param budgetMiB what all of them together may have
     * @param seed decides which of them do not initialise
     */
    public BusySandboxes(int budgetMiB, long seed) {
        this.budgetMiB = budgetMiB;
        this.seed = seed;
    }

    @Override
    public Sandbox start(FunctionVersion version, Sandbox.Watcher watcher) {
        return new Busy(version, watcher);
    }

    /** Notes a rule that does not hold. */
    public void require(boolean holds, String rule) {
        if (!holds) broken.add(rule);
    }

    /** The rules that did not hold. */
    public List<String> broken() {
        return broken;
    }

    /** The memory of all that have not ended. */
    public int usedMiB() {
        return usedMiB.get();
    }

    @Override
    public void close() {
        threads.shutdown();
    }

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
            require(used <= budgetMiB, "over the memory bound: " + used + " MiB");
            boolean initialises = Math.floorMod(seed + started.getAndIncrement(), 20) > 0;
            threads.execute(() -> {
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
            int dice = Math.floorMod(invocation.requestId().hashCode(), 16);
            threads.execute(() -> answer(run, dice));
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
            threads.execute(this::end);
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
}
