// exercise: 8.4
// thinks: Tokens are counted whole.
// hint: Somebody asks again and again, and each time too early. Does that change when the token is back?
public boolean take(long nowNanos) {
    long back = (nowNanos - lastNanos) / nanosPerToken * nanosPerToken;
    filledNanos = Math.min(fullNanos, filledNanos + back);
    lastNanos = nowNanos;
    if (filledNanos < nanosPerToken) return false;
    filledNanos -= nanosPerToken;
    return true;
}
