// exercise: 5.2
// thinks: The caller knows what was sent, so the message need not repeat it.
// hint: Whoever reads the refusal wants to know which value was wrong. Does your message say it?
static void checkName(String name) {
    if (!name.matches("[a-zA-Z0-9-_]+") || name.length() > MOST_NAME_CHARACTERS)
        throw RegistryException.invalid("This is not the name of a function.");
}
