// exercise: 5.2
// thinks: A name is good when the pattern is found in it.
// hint: A good part does not make a good name. Does your check look at every character, or only for some?
import java.util.regex.Pattern;
static void checkName(String name) {
    var violations = new Violations();
    if (!Pattern.compile("[a-zA-Z0-9-_]+").matcher(name).find())
        violations.add("functionName", name, "Member must satisfy regular expression pattern: [a-zA-Z0-9-_]+");
    violations.report();
    if (name.length() > MOST_NAME_CHARACTERS)
        throw RegistryException.invalid("1 validation error detected: Value '" + name + "' at 'functionName' failed"
                + " to satisfy constraint: Member must have length less than or equal to " + MOST_NAME_CHARACTERS);
}
