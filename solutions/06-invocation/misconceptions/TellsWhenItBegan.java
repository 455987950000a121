// exercise: 6.3
// thinks: The runtime wants to know when its time began.
// hint: The runtime tells the handler how much time is left. From which moment can it know?
Instant limit(Runnable overran) {
    begin();
    deadline.cancel();
    deadline = clock.after(timeout(), overran);
    return clock.now();
}
