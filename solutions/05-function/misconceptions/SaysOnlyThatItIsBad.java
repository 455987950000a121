// exercise: 5.2
// thinks: The caller knows what was sent, so the message need not repeat it.
// hint: Whoever reads the refusal wants to know which value was wrong, and which rule. Does yours say both?
static void checkName(String name) {
    if (!name.matches("[a-zA-Z0-9-_]+"))
        throw new RegistryException(RegistryException.Kind.VALIDATION, "This name has a bad character.");
    if (name.length() > MOST_NAME_CHARACTERS) throw RegistryException.invalid("This name is too long.");
}
