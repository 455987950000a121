// exercise: 6.3
// thinks: The clock counts from zero anyway.
// hint: Waiting for an environment is not the function's time. From when does its duration count?
Instant limit(Runnable overran) {
    deadline.cancel();
    deadline = clock.after(timeout(), overran);
    return clock.now().plus(timeout());
}
