// attack: Ends the process with status 0 as soon as the class is loaded, as a run of tests that all passed would.
// exercise: 7.1
// explanation: the code's process ended during this test
static {
    System.exit(0);
}

Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    return null;
}
