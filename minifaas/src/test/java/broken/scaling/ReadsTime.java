package broken.scaling;

import java.time.Instant;

/** Breaks: time comes from the clock. */
public final class ReadsTime {
    // each of these is a violation of its own
    long milliseconds() {
        return System.currentTimeMillis();
    }

    long nanoseconds() {
        return System.nanoTime();
    }

    Instant now() {
        return Instant.now();
    }
}
