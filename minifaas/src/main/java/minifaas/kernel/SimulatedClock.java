package minifaas.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that stands still until somebody moves it: for tests, labs and simulations.
 *
 * <p>{@link #advance} runs what is due, in the order in which it is due, on the caller's thread, and the clock shows
 * the time of each action while that runs. So nothing that depends on time is left to chance. Safe for several threads;
 * no lock is held while an action runs.
 */
public final class SimulatedClock implements Clock {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    // guarded by this
    private long elapsedNanos;
    private long plannedSoFar;
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparingLong(Planned::dueNanos).thenComparingLong(Planned::number));

    private record Planned(long dueNanos, long number, Runnable action) {}

    @Override
    public synchronized Instant now() {
        return START.plusNanos(elapsedNanos);
    }

    @Override
    public synchronized long nanos() {
        return elapsedNanos;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable action) {
        if (delay.isNegative()) throw new IllegalArgumentException("a delay must not be negative, was " + delay);
        var timer = new Planned(elapsedNanos + delay.toNanos(), plannedSoFar++, action);
        planned.add(timer);
        return () -> cancel(timer);
    }

    /** Moves the time on, and runs on the caller's thread all that falls due on the way, new actions included. */
    public void advance(Duration by) {
        long end = nanos() + by.toNanos();
        for (Planned next = takeDueBy(end); next != null; next = takeDueBy(end))
            next.action().run();
        synchronized (this) {
            elapsedNanos = Math.max(elapsedNanos, end);
        }
    }

    /** How many actions wait for their time. */
    public synchronized int pending() {
        return planned.size();
    }

    private synchronized Planned takeDueBy(long end) {
        if (planned.isEmpty() || planned.peek().dueNanos() > end) return null;
        Planned next = planned.poll();
        elapsedNanos = Math.max(elapsedNanos, next.dueNanos());
        return next;
    }

    private synchronized void cancel(Planned timer) {
        planned.remove(timer);
    }
}
