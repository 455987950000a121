// exercise: 7.1
// thinks: Taking an environment out of the idle ones is enough.
// hint: From the moment an environment is taken, somebody works in it. Which state says so?
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.isOf(version)) continue;
        idle.remove(i);
        return Optional.of(candidate);
    }
    return Optional.empty();
}
