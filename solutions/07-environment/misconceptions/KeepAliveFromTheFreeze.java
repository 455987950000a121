// exercise: 7.3
// thinks: Keep-alive begins when an environment is frozen.
// hint: Keep-alive counts from the last use. What does your count begin with, and does it ever end?
Step due(PooledEnvironment environment, long nowNanos) {
    long idleNanos = nowNanos - environment.idleSinceNanos();
    long keepAliveNanos = keepAlive.keepAlive(environment.version()).toNanos();
    if (environment.state() == State.IDLE && idleNanos >= freezeAfter.toNanos()) return Step.FREEZE;
    if (environment.state() == State.FROZEN && idleNanos >= freezeAfter.toNanos() + keepAliveNanos) return Step.STOP;
    return Step.NOTHING;
}
