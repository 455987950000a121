// control: Is right, and takes a second or so in each test.
// exercise: 7.1
private static final long NANOS = 1_000_000_000;

Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < NANOS) Thread.onSpinWait();
    for (int i = idle.size() - 1; i >= 0; i--) {
        PooledEnvironment candidate = all.get(idle.get(i));
        if (!candidate.isOf(version)) continue;
        idle.remove(i);
        return Optional.of(keep(candidate.become(State.BUSY)));
    }
    return Optional.empty();
}
