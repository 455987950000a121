// exercise: 6.3
// thinks: A timer that was set looks after itself.
// hint: The time begins anew when the event is delivered. What has become of the limit from before?
Instant limit(Runnable overran) {
    begin();
    deadline.cancel();
    clock.after(timeout(), overran);
    return clock.now().plus(timeout());
}
