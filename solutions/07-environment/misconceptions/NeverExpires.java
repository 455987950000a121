// exercise: 7.3
// thinks: A frozen environment costs nothing, so it can be kept.
// hint: Keep-alive counts from the last use. What does your count begin with, and does it ever end?
Step due(PooledEnvironment environment, long nowNanos) {
    boolean isIdle = environment.state() == State.IDLE;
    if (!isIdle && environment.state() != State.FROZEN) return Step.NOTHING;
    if (nowNanos - nextStepNanos(environment) < 0) return Step.NOTHING;
    return isIdle ? Step.FREEZE : Step.NOTHING;
}
