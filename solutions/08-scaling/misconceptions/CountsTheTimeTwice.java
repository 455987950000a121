// exercise: 8.4
// thinks: A question that gets nothing is no event, so the time is noted when a token is taken.
// hint: Somebody asks again and again, and each time too early. Does that change when the token is back?
public boolean take(long nowNanos) {
    filledNanos = Math.min(fullNanos, filledNanos + (nowNanos - lastNanos));
    if (filledNanos < nanosPerToken) return false;
    lastNanos = nowNanos;
    filledNanos -= nanosPerToken;
    return true;
}
