package minifaas.scaling;

import java.time.Duration;

/**
 * Limits how often something may happen: a burst at first, and after that as often as tokens come back.
 *
 * <p>Not for several threads at once: its owner guards it.
 */
public final class TokenBucket {
    private final long nanosPerToken;
    private final long fullNanos;

    /** What is in the bucket, as the time that it took to come back. */
    private long filledNanos;

    private long lastNanos;

    /**
     * A full bucket.
     *
     * @param capacity tokens when it is full; 1 or more
     * @param refill how long it takes to fill when it is empty
     * @param nowNanos a reading of the clock's {@code nanos()}
     */
    public TokenBucket(int capacity, Duration refill, long nowNanos) {
        this.nanosPerToken = refill.toNanos() / capacity;
        this.fullNanos = nanosPerToken * capacity;
        this.filledNanos = fullNanos;
        this.lastNanos = nowNanos;
    }

    private TokenBucket(TokenBucket other) {
        this.nanosPerToken = other.nanosPerToken;
        this.fullNanos = other.fullNanos;
        this.filledNanos = other.filledNanos;
        this.lastNanos = other.lastNanos;
    }

    /** Whether {@link #take} would find a token now; it stays where it is. */
    public boolean has(long nowNanos) {
        return new TokenBucket(this).take(nowNanos);
    }

    /**
     * Takes a token, if there is a whole one.
     *
     * <p>Tokens come back evenly over the time, not all at once when the time of a refill is over; what is not taken is not
     * saved beyond the capacity; and however often somebody asks too early, the part of a token that has come back is
     * neither forgotten nor counted twice.
     *
     * @param nowNanos a reading of the clock's {@code nanos()}, not before the last one: of two readings only the
     *     difference means something
     * @return whether there was one
     */
    public boolean take(long nowNanos) {
        filledNanos = Math.min(fullNanos, filledNanos + (nowNanos - lastNanos));
        lastNanos = nowNanos;
        if (filledNanos < nanosPerToken) return false;
        filledNanos -= nanosPerToken;
        return true;
    }
}
