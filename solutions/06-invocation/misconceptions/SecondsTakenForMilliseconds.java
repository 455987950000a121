// exercise: 6.3
// thinks: A timeout of 3 means 3 milliseconds.
// hint: The function's timeout is a Duration. When exactly, counted from now, is it over?
Instant limit(Runnable overran) {
    begin();
    deadline.cancel();
    deadline = clock.after(Duration.ofMillis(timeout().toSeconds()), overran);
    return clock.now().plus(timeout());
}
