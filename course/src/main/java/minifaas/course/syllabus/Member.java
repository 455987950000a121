package minifaas.course.syllabus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a member of a class, or a class as a whole, in the source.
 *
 * <p>Written as {@code minifaas.environment.WarmPool#acquire}. A nested type follows its outer one after a dot
 * ({@code a.Outer.Inner#run}), a constructor is {@code #<init>}, and parameter types tell overloaded members apart
 * ({@code #add(String,int)}).
 *
 * @param topLevel the class that has a file of its own, with its package
 * @param nested path of the nested type below it, such as {@code Inner}; empty for the class itself
 * @param name of the method or field; empty for the class as a whole
 * @param parameters simple types of the parameters, separated by commas; absent when the name is enough
 */
public record Member(String topLevel, String nested, String name, Optional<String> parameters) {
    /** The name of a constructor. */
    public static final String CONSTRUCTOR = "<init>";

    private static final Pattern FORM = Pattern.compile(
            "((?:[a-z]\\w*\\.)+[A-Z]\\w*)((?:\\.[A-Z]\\w*)*)(?:#(<init>|\\w+)(?:\\(([\\w<>\\[\\]., ]*)\\))?)?");

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException when it has not the form of one
     */
    @JsonCreator
    public static Member of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches())
            throw new IllegalArgumentException(
                    "'" + text + "' does not name a member as in minifaas.environment.WarmPool#acquire");
        String nested = parts.group(2).isEmpty() ? "" : parts.group(2).substring(1);
        String name = parts.group(3) == null ? "" : parts.group(3);
        return new Member(
                parts.group(1),
                nested,
                name,
                Optional.ofNullable(parts.group(4)).map(types -> types.replace(" ", "")));
    }

    /** The file of its class below a source folder. */
    public Path file() {
        return Path.of(topLevel.replace('.', '/') + ".java");
    }

    @JsonValue
    @Override
    public String toString() {
        String type = nested.isEmpty() ? topLevel : topLevel + "." + nested;
        if (name.isEmpty()) return type;
        return type + "#" + name + parameters.map(types -> "(" + types + ")").orElse("");
    }
}
