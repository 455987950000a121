// exercise: 5.2
// thinks: What is wrong with a name is always the same kind of mistake.
// hint: AWS refuses the two mistakes in two ways. Of which kind is each, and which one comes first?
static void checkName(String name) {
    new Violations()
            .pattern("functionName", name, "[a-zA-Z0-9-_]+")
            .length("functionName", name, MOST_NAME_CHARACTERS)
            .report();
}
