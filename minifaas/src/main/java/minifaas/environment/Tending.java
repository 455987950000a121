package minifaas.environment;

import java.time.Duration;
import java.util.Optional;
import minifaas.kernel.Clock;

/** The one timer of a pool: it is set to the earliest moment at which something is due. */
final class Tending {
    private final Clock clock;
    private final Runnable action;

    private Optional<Clock.Timer> timer = Optional.empty();
    private long dueNanos;

    Tending(Clock clock, Runnable action) {
        this.clock = clock;
        this.action = action;
    }

    /** Sees to it that the action runs at this moment or earlier. */
    synchronized void notLaterThan(long nanos) {
        if (timer.isPresent() && dueNanos - nanos <= 0) return;
        timer.ifPresent(Clock.Timer::cancel);
        dueNanos = nanos;
        timer = Optional.of(clock.after(Duration.ofNanos(Math.max(0, nanos - clock.nanos())), this::run));
    }

    private void run() {
        synchronized (this) {
            timer = Optional.empty();
        }
        action.run();
    }
}
