// exercise: 8.4
// thinks: When the time of a refill is over, the bucket is full again.
// hint: Half of the refill time has passed. How much is in the bucket?
public boolean take(long nowNanos) {
    if (nowNanos - lastNanos >= fullNanos) {
        filledNanos = fullNanos;
        lastNanos = nowNanos;
    }
    if (filledNanos < nanosPerToken) return false;
    filledNanos -= nanosPerToken;
    return true;
}
