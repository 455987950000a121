// exercise: 9.2
// thinks: Exponential back-off grows for as long as it fails.
// hint: The ninth wait is 256 s. Doubled, that is more than five minutes. What is the tenth?
static Duration afterDeferral(int deferrals) {
    Duration wait = FIRST;
    for (int i = 1; i < deferrals; i++) wait = wait.multipliedBy(2);
    return wait;
}
