// exercise: 5.2
// thinks: What consists of the right characters is a name, however long.
// hint: How long may a name be at most, and does a name of exactly that length pass?
static void checkName(String name) {
    new Violations().pattern("functionName", name, "[a-zA-Z0-9-_]+").report();
}
