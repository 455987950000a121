// exercise: 8.4
// thinks: What is nearly a token is one.
// hint: A token has come back in part. Can that be taken?
public boolean take(long nowNanos) {
    filledNanos = Math.min(fullNanos, filledNanos + (nowNanos - lastNanos));
    lastNanos = nowNanos;
    if (Math.round((double) filledNanos / nanosPerToken) < 1) return false;
    filledNanos -= nanosPerToken;
    return true;
}
