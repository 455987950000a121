// exercise: 5.2
// thinks: The cheaper check comes first.
// hint: AWS refuses the two mistakes in two ways. Of which kind is each, and which one comes first?
static void checkName(String name) {
    if (name.length() > MOST_NAME_CHARACTERS)
        throw RegistryException.invalid("1 validation error detected: Value '" + name + "' at 'functionName' failed"
                + " to satisfy constraint: Member must have length less than or equal to " + MOST_NAME_CHARACTERS);
    new Violations().pattern("functionName", name, "[a-zA-Z0-9-_]+").report();
}
