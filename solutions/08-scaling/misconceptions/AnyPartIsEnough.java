// exercise: 8.4
// thinks: The bucket is empty when nothing is in it.
// hint: A token has come back in part. Can that be taken?
public boolean take(long nowNanos) {
    filledNanos = Math.min(fullNanos, filledNanos + (nowNanos - lastNanos));
    lastNanos = nowNanos;
    if (filledNanos <= 0) return false;
    filledNanos = Math.max(0, filledNanos - nanosPerToken);
    return true;
}
