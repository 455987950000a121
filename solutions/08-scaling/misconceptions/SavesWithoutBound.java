// exercise: 8.4
// thinks: What is not used today can be used tomorrow.
// hint: Nobody came all night. How large may the burst be in the morning?
public boolean take(long nowNanos) {
    filledNanos += nowNanos - lastNanos;
    lastNanos = nowNanos;
    if (filledNanos < nanosPerToken) return false;
    filledNanos -= nanosPerToken;
    return true;
}
