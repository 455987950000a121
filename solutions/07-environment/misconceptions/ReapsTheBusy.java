// exercise: 7.3
// thinks: What has not been idle lately has been forgotten.
// hint: A call may take 15 minutes, longer than the keep-alive. Is its environment unused meanwhile?
Step due(PooledEnvironment environment, long nowNanos) {
    boolean isIdle = environment.state() == State.IDLE;
    if (nowNanos - nextStepNanos(environment) < 0) return Step.NOTHING;
    return isIdle ? Step.FREEZE : Step.STOP;
}
