// exercise: 9.2
// thinks: A power of two is a shift, and the smaller of two numbers is never too large.
// hint: An event may be put off eighty times in six hours. How large is what you compute on the way?
static Duration afterDeferral(int deferrals) {
    long seconds = 1L << (deferrals - 1);
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
}
