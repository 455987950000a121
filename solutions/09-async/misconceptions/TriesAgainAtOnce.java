// exercise: 9.2
// thinks: The first time was bad luck, so the event is tried again without waiting.
// hint: How long is the very first wait, before anything has been doubled?
static Duration afterDeferral(int deferrals) {
    Duration wait = FIRST;
    for (int i = 1; i < deferrals && wait.compareTo(LONGEST) < 0; i++) wait = wait.multipliedBy(2);
    if (deferrals == 1) return Duration.ZERO;
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
}
