// exercise: 9.2
// thinks: If a second did not help, nothing short of the longest wait will.
// hint: Compare each wait with the one before it. By how much is it longer, or how many times as long?
static Duration afterDeferral(int deferrals) {
    return deferrals == 1 ? FIRST : LONGEST;
}
