// exercise: 9.2
// thinks: Ten doublings are about as much as five minutes.
// hint: The ninth wait is 256 s. Doubled, that is more than five minutes. What is the tenth?
static Duration afterDeferral(int deferrals) {
    return deferrals > 10 ? LONGEST : FIRST.multipliedBy(1L << (deferrals - 1));
}
