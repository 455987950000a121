// exercise: 7.1
// thinks: An environment is a process, and a process can run anything.
// hint: Two functions can be made from the same archive. Would you mix their variables and their /tmp?
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        idle.remove(i);
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
