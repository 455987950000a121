// exercise: 9.2
// thinks: After n deferrals the wait has been doubled n times.
// hint: How long is the very first wait, before anything has been doubled?
static Duration afterDeferral(int deferrals) {
    Duration wait = FIRST;
    for (int i = 0; i < deferrals && wait.compareTo(LONGEST) < 0; i++) wait = wait.multipliedBy(2);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
}
