// exercise: 7.1
// thinks: A warm environment can take every call that comes.
// hint: Two calls come at the same time. What keeps the second one out of the first one's environment?
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.isOf(version)) continue;
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
