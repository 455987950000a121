// attack: The submission brings an assertion class of the test framework's name that never fails.
// exercise: 7.1
// explanation: an idle environment of this version is there
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    return Optional.of(add(version));
}
