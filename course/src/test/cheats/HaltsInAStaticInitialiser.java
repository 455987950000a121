// attack: The same without shutdown hooks, which a test framework would use to notice.
// exercise: 7.1
// explanation: the code's process ended during this test
static {
    Runtime.getRuntime().halt(0);
}

Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    return null;
}
