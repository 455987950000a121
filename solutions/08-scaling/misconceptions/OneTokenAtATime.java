// exercise: 8.4
// thinks: After a pause there is a token again.
// hint: Half of the refill time has passed. How much is in the bucket?
public boolean take(long nowNanos) {
    filledNanos = Math.min(fullNanos, filledNanos + Math.min(nanosPerToken, nowNanos - lastNanos));
    lastNanos = nowNanos;
    if (filledNanos < nanosPerToken) return false;
    filledNanos -= nanosPerToken;
    return true;
}
