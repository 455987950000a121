// exercise: 5.2
// thinks: A name is an identifier, so letters and digits are all it has.
// hint: Read the list of characters again: which ones may a name have beside letters and digits?
static void checkName(String name) {
    var violations = new Violations();
    if (!name.matches("[a-zA-Z0-9]+"))
        violations.add("functionName", name, "Member must satisfy regular expression pattern: [a-zA-Z0-9-_]+");
    violations.report();
    if (name.length() > MOST_NAME_CHARACTERS)
        throw RegistryException.invalid("1 validation error detected: Value '" + name + "' at 'functionName' failed"
                + " to satisfy constraint: Member must have length less than or equal to " + MOST_NAME_CHARACTERS);
}
