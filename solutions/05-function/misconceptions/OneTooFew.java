// exercise: 5.2
// thinks: At most 64 means fewer than 64.
// hint: How long may a name be at most, and does a name of exactly that length pass?
static void checkName(String name) {
    new Violations().pattern("functionName", name, "[a-zA-Z0-9-_]+").report();
    if (name.length() >= MOST_NAME_CHARACTERS)
        throw RegistryException.invalid("1 validation error detected: Value '" + name + "' at 'functionName' failed"
                + " to satisfy constraint: Member must have length less than or equal to " + MOST_NAME_CHARACTERS);
}
