// exercise: 8.4
// thinks: A later reading of the clock is a greater number.
// hint: A reading of nanos() can overflow. Which arithmetic on two readings is always right?
public boolean take(long nowNanos) {
    if (nowNanos > lastNanos) filledNanos = Math.min(fullNanos, filledNanos + (nowNanos - lastNanos));
    lastNanos = nowNanos;
    if (filledNanos < nanosPerToken) return false;
    filledNanos -= nanosPerToken;
    return true;
}
