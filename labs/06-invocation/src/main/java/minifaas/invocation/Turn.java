package minifaas.invocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.kernel.Clock;
import minifaas.kernel.NotWrittenYet;

/** One invocation's stay in a sandbox, from being given to it to its outcome; guarded by the sandbox. */
final class Turn {
    private final Invocation invocation;
    private final Clock clock;
    private final CompletableFuture<Sandbox.Run> run = new CompletableFuture<>();
    private long startNanos;
    private Clock.Timer deadline = () -> {};

    Turn(Invocation invocation, Clock clock) {
        this.invocation = invocation;
        this.clock = clock;
    }

    Invocation invocation() {
        return invocation;
    }

    CompletableFuture<Sandbox.Run> run() {
        return run;
    }

    Duration timeout() {
        return invocation.version().settings().timeout();
    }

    /**
     * The invocation's time begins: its duration counts from now, and when its {@link #timeout} has passed on the clock,
     * the action runs, once; unless the invocation is {@linkplain #over over} or has {@linkplain #leave left} before.
     *
     * <p>When this is called again, the time begins anew, and the deadline from before is off: its action never runs.
     *
     * @param overran what to do with an invocation that overran its time
     * @return the date at which the time will be over, by the wall clock, as the function's context tells it
     */
    Instant limit(Runnable overran) {
        throw new NotWrittenYet("6.3");
    }

    /** Its duration counts from now. */
    void begin() {
        startNanos = clock.nanos();
    }

    /** The invocation is over; the deadline is off. */
    InvocationListener.Report over(Outcome outcome, Optional<Duration> init, long peakMemoryBytes) {
        deadline.cancel();
        return new InvocationListener.Report(invocation, outcome, clock.since(startNanos), init, peakMemoryBytes);
    }

    /** The run has ended like this; when that cannot be told, it has failed. */
    void end(RuntimeSandbox.Ending ending, InvocationListener.Report report, LogStream log) {
        try {
            log.print(ending.line());
            log.ended(report);
            run.complete(new Sandbox.Run(Optional.of(ending.outcome()), log.tail()));
        } catch (RuntimeException failure) {
            fail(failure);
            throw failure;
        }
    }

    /** A bug in minifaas, or an exercise that is not written, ends it. */
    void fail(RuntimeException failure) {
        deadline.cancel();
        run.completeExceptionally(failure);
    }

    /** The invocation never began here. */
    void leave() {
        deadline.cancel();
        run.complete(Sandbox.Run.notStarted());
    }
}
