// exercise: 7.3
// thinks: When the keep-alive is over an environment ends, whatever it is doing.
// hint: Suppose the pool looks late. Which step comes first for an environment that is idle and not frozen?
Step due(PooledEnvironment environment, long nowNanos) {
    boolean isIdle = environment.state() == State.IDLE;
    if (!isIdle && environment.state() != State.FROZEN) return Step.NOTHING;
    if (nowNanos - nextStepNanos(environment) < 0) return Step.NOTHING;
    if (nowNanos - environment.idleSinceNanos() >= keepAlive.keepAlive(environment.version()).toNanos()) return Step.STOP;
    return isIdle ? Step.FREEZE : Step.STOP;
}
