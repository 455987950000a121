package minifaas.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's own clock, with one thread for all planned actions. */
public final class SystemClock implements Clock, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SystemClock.class);

    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, action -> Threads.daemon("clock", action));

    public SystemClock() {
        timers.setRemoveOnCancelPolicy(true);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        var planned = timers.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
    }

    /** An action that fails is a bug, and must not go unseen in a future that nobody reads. */
    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            log.error("a planned action failed", failure);
        }
    }

    /** Ends the thread; planned actions that have not run never will. */
    @Override
    public void close() {
        timers.shutdown();
    }
}
