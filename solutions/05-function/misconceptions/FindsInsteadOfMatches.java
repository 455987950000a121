// exercise: 5.2
// thinks: A name is good when the pattern is found in it.
// hint: A good part does not make a good name. Does your check look at every character, or only for some?
import java.util.regex.Pattern;
static void checkName(String name) {
    if (!Pattern.compile("[a-zA-Z0-9-_]+").matcher(name).find()) throw RegistryException.invalid("no name: " + name);
    if (name.length() > MOST_NAME_CHARACTERS) throw RegistryException.invalid("too long: " + name);
}
