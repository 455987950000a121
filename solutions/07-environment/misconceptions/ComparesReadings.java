// exercise: 7.3
// thinks: A later reading of the clock is a greater number.
// hint: A reading of nanos() can overflow. Which arithmetic on two readings is always right?
Step due(PooledEnvironment environment, long nowNanos) {
    boolean isIdle = environment.state() == State.IDLE;
    if (!isIdle && environment.state() != State.FROZEN) return Step.NOTHING;
    if (nowNanos < nextStepNanos(environment)) return Step.NOTHING;
    return isIdle ? Step.FREEZE : Step.STOP;
}
