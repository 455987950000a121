// exercise: 7.3
// thinks: What is idle is frozen.
// hint: Freezing at once would cost every call of a busy function a thaw. How long does an idle one wait?
Step due(PooledEnvironment environment, long nowNanos) {
    boolean isIdle = environment.state() == State.IDLE;
    if (!isIdle && environment.state() != State.FROZEN) return Step.NOTHING;
    if (isIdle) return Step.FREEZE;
    if (nowNanos - nextStepNanos(environment) < 0) return Step.NOTHING;
    return isIdle ? Step.FREEZE : Step.STOP;
}
