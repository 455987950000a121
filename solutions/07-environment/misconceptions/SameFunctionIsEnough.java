// exercise: 7.1
// thinks: An environment belongs to a function, whatever becomes of its code.
// hint: The function was updated a second ago. What would a call get from an environment of the day before?
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.version().function().equals(version.function())) continue;
        idle.remove(i);
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
