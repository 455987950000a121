// exercise: 8.4
// thinks: A full bucket lets everybody pass.
// hint: A full bucket has so many tokens and no more. What does taking one do to it?
public boolean take(long nowNanos) {
    filledNanos = Math.min(fullNanos, filledNanos + (nowNanos - lastNanos));
    lastNanos = nowNanos;
    return filledNanos >= nanosPerToken;
}
