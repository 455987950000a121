// exercise: 5.2
// thinks: A name is an identifier, so letters and digits are all it has.
// hint: Read the list of characters again: which ones may a name have beside letters and digits?
static void checkName(String name) {
    new Violations().pattern("functionName", name, "[a-zA-Z0-9]+").report();
    if (name.length() > MOST_NAME_CHARACTERS) throw RegistryException.invalid("too long: " + name);
}
