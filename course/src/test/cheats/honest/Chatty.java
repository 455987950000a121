// control: Is right, and prints 500 lines whenever it is called.
// exercise: 7.1
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int line = 0; line < 500; line++) {
        System.out.println("takeWarm is called for " + version);
        System.err.println("there are " + all);
    }
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.isOf(version)) continue;
        idle.remove(i);
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
