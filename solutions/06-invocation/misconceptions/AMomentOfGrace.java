// exercise: 6.3
// thinks: A call that is nearly done deserves a moment more.
// hint: The function's timeout is a Duration. When exactly, counted from now, is it over?
Instant limit(Runnable overran) {
    begin();
    deadline.cancel();
    deadline = clock.after(timeout().plusMillis(1), overran);
    return clock.now().plus(timeout());
}
