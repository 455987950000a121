// exercise: 7.1
// thinks: Idle environments stand in a queue, so the one that waited longest is next.
// hint: If the one that waited longest is always next, none ever stays unused. Which would you let grow old?
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int i = 0; i < idle.size(); i++) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.isOf(version)) continue;
        idle.remove(i);
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
