package minifaas.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of this program that a student wrote: {@code ./faas up --mine} puts them in the places of minifaas's own
 * ones. A failure in one of them is told to the student by its name, and not as a bug of minifaas.
 */
final class StudentClasses {
    /** The system property that names them: {@code CLASS=EXERCISES;CLASS=EXERCISES}. */
    static final String PROPERTY = "minifaas.mine";

    private static final String PROGRAM = "minifaas.";
    private static final int LONGEST_CHAIN = 10;

    private final Map<String, String> exercises = new LinkedHashMap<>();

    /** @param classes in the form of the property; may be empty */
    StudentClasses(String classes) {
        for (String each : classes.split(";"))
            if (each.contains("=")) exercises.put(each.split("=")[0], each.split("=")[1]);
    }

    /** Those that this JVM runs with. */
    static StudentClasses ofThisJvm() {
        return new StudentClasses(System.getProperty(PROPERTY, ""));
    }

    /** The error for a failure that comes out of a student's class (500 ServiceException); empty for any other. */
    Optional<AwsError> errorFor(Throwable failure) {
        Throwable cause = innermost(failure);
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(PROGRAM))
                .findFirst()
                .filter(frame -> exercises.containsKey(topLevel(frame)))
                .map(frame -> new AwsError(500, "ServiceException", sentence(cause, frame)));
    }

    private String sentence(Throwable cause, StackTraceElement frame) {
        return cause.getClass().getSimpleName() + " in your class " + topLevel(frame) + " (exercise "
                + exercises.get(topLevel(frame)) + ") at " + frame.getFileName() + ":" + frame.getLineNumber()
                + "; the terminal of ./faas up --mine shows how it came there.";
    }

    private static String topLevel(StackTraceElement frame) {
        return frame.getClassName().replaceFirst("\\$.*", "");
    }

    private static Throwable innermost(Throwable failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        // a chain may bite its own tail
        Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .forEach(chain::push);
        return chain.peek();
    }
}
