// exercise: 7.1
// thinks: A frozen environment is gone.
// hint: Most warm environments are frozen by the time the next call comes. Does yours find them?
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.isOf(version) || candidate.state() != State.IDLE) continue;
        idle.remove(i);
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
