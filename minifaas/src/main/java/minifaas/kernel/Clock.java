package minifaas.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * The only source of time: what o'clock it is, how long something took, and what to do later.
 *
 * <p>Everything that depends on time takes a clock, so that a test can move time instead of waiting for it.
 */
public interface Clock {
    /** The wall clock: for dates that people or AWS's clients read. */
    Instant now();

    /** A monotonic reading in nanoseconds: only the difference between two readings means something. */
    long nanos();

    /**
     * Runs an action once, after a delay. The action runs on the clock's own thread, so it must be short.
     *
     * @param delay zero or more
     */
    Timer after(Duration delay, Runnable action);

    /** A planned action that can still be called off. */
    interface Timer {
        /** Calls the action off; does nothing when it has already run. */
        void cancel();
    }

    /** How long it is since an earlier reading of {@link #nanos()}. */
    default Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos() - earlierNanos);
    }
}
