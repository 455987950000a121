// attack: Starts threads that go on when the test has ended, and that are busy during the others.
// exercise: 7.1
// explanation: an idle environment of this version is there
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int thread = 0; thread < 3; thread++)
        new Thread(() -> {
            while (true) Thread.onSpinWait();
        }).start();
    return Optional.of(add(version));
}
