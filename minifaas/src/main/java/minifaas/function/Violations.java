package minifaas.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with a request and reports all of it at once, in the form of AWS's ValidationException:
 * {@code 2 validation errors detected: Value '64' at 'memorySize' failed to satisfy constraint: …; Value …}.
 *
 * <p>Check value after value, then call {@link #report}.
 */
public final class Violations {
    private final List<String> found = new ArrayList<>();

    /** A number must lie between two bounds, which belong to the range. */
    public Violations range(String field, int value, int least, int most) {
        if (value < least) add(field, value, "Member must have value greater than or equal to " + least);
        if (value > most) add(field, value, "Member must have value less than or equal to " + most);
        return this;
    }

    /** A text must have at most so many characters. */
    public Violations length(String field, String value, int most) {
        if (value.length() > most) add(field, value, "Member must have length less than or equal to " + most);
        return this;
    }

    /** A text must match a regular expression as a whole. */
    Violations pattern(String field, String value, String pattern) {
        return pattern(field, value, Pattern.compile(pattern));
    }

    /** The same with an expression that is compiled already, for what every invocation checks. */
    public Violations pattern(String field, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches())
            add(field, value, "Member must satisfy regular expression pattern: " + pattern);
        return this;
    }

    /** A text must be one of a few. */
    Violations oneOf(String field, String value, List<String> allowed) {
        if (!allowed.contains(value)) add(field, value, "Member must satisfy enum value set: " + allowed);
        return this;
    }

    /** Notes that a value breaks a rule. */
    void add(String field, Object value, String constraint) {
        found.add("Value '" + value + "' at '" + field + "' failed to satisfy constraint: " + constraint);
    }

    /** Notes that a value breaks a rule, and keeps the value out of the message, since it may be secret. */
    void addSecret(String field, String constraint) {
        found.add("Value at '" + field + "' failed to satisfy constraint: " + constraint);
    }

    /** Throws all that was found in one exception; does nothing when all is well. */
    public void report() {
        if (!found.isEmpty()) throw new RegistryException(RegistryException.Kind.VALIDATION, message());
    }

    private String message() {
        String errors = found.size() == 1 ? " validation error detected: " : " validation errors detected: ";
        return found.size() + errors + String.join("; ", found);
    }
}
