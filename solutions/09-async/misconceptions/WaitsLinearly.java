// exercise: 9.2
// thinks: Longer each time means one second more each time.
// hint: Compare each wait with the one before it. By how much is it longer, or how many times as long?
static Duration afterDeferral(int deferrals) {
    Duration wait = FIRST.multipliedBy(deferrals);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
}
