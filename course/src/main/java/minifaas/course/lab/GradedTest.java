package minifaas.course.lab;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A test of a lab, as its annotation describes it.
 *
 * @param id class and method, such as {@code minifaas.environment.TakeTest#theNewestIsTakenFirst}
 * @param exercise that it checks, such as 7.1; empty for an end-to-end test
 * @param name its method's name, read as a sentence
 * @param points that passing it is worth, 0 for an end-to-end test
 * @param order its place among the tests of the exercise
 * @param hint where to look when it fails; may be empty
 * @param why why it is there although it alone rejects no misconception; may be empty
 */
public record GradedTest(String id, String exercise, String name, int points, int order, String hint, String why) {
    private static final Pattern WORD_START =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9])");
    private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z0-9]+");

    /** Reads what a test method says of itself. */
    static GradedTest of(Method method) {
        String id = method.getDeclaringClass().getName() + "#" + method.getName();
        String name = sentence(method.getName());
        Checks checks = method.getAnnotation(Checks.class);
        if (checks == null) return new GradedTest(id, "", name, 0, 1, "", "");
        return new GradedTest(
                id, checks.exercise(), name, checks.points(), checks.order(), checks.hint(), checks.why());
    }

    /** The same test with another hint, for a failure that its own one does not explain. */
    GradedTest withHint(String other) {
        return new GradedTest(id, exercise, name, points, order, other, why);
    }

    private static String sentence(String methodName) {
        var sentence = new StringBuilder();
        for (String word : WORD_START.split(methodName)) {
            if (!sentence.isEmpty()) sentence.append(' ');
            sentence.append(ACRONYM.matcher(word).matches() ? word : word.toLowerCase(Locale.ROOT));
        }
        return sentence.toString();
    }
}
