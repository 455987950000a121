package minifaas.course.lab;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a test's exception means for a student, in one line. */
final class FailureLine {
    private static final int LONGEST_DETAIL = 120;
    private static final int LONGEST_LINE = 400;
    /** As the exception prints itself, also in the message of an assertion that expected something else. */
    private static final Pattern STUB =
            Pattern.compile("minifaas\\.kernel\\.NotWrittenYet: (exercise \\S+ is not written yet)");

    /** AssertJ puts a description in brackets before what it found. */
    private static final Pattern DESCRIBED = Pattern.compile("(?s)\\[(.*?)] ?(?:\\R(.*)|((?!.*]).*))");

    private static final Pattern SAYS_NOTHING = Pattern.compile("Expecting value to be (true|false) but was .*");

    private FailureLine() {}

    /** The result of a test that ended with an exception. */
    static TestResult of(GradedTest test, Throwable thrown) {
        Optional<String> stub = causes(thrown).flatMap(FailureLine::stub).findFirst();
        if (stub.isPresent()) return notWritten(test, stub.get());
        if (isTimeout(thrown)) return new TestResult(test, Status.DID_NOT_END, "did not end in time");
        String line = thrown instanceof AssertionError ? assertion(thrown) : exception(thrown);
        return new TestResult(test, Status.FAILED, shortened(line, LONGEST_LINE));
    }

    private static Stream<String> stub(Throwable cause) {
        return STUB.matcher(cause.toString()).results().map(found -> found.group(1));
    }

    private static TestResult notWritten(GradedTest test, String stub) {
        boolean isItsOwn = stub.contains(" " + test.exercise() + " ");
        return new TestResult(test, Status.NOT_WRITTEN, isItsOwn ? TestResult.NOT_WRITTEN : stub);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        // ten are enough, and a chain may bite its own tail
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }

    /** JUnit's own limit, in runs that have one. */
    private static boolean isTimeout(Throwable thrown) {
        return thrown instanceof TimeoutException
                && String.valueOf(thrown.getMessage()).contains(" timed out after ");
    }

    private static String assertion(Throwable failed) {
        String message = failed.getMessage() == null ? "" : failed.getMessage();
        Matcher described = DESCRIBED.matcher(message);
        if (!described.matches()) return message.isEmpty() ? exception(failed) : line(message);
        String detail = line(described.group(2) != null ? described.group(2) : described.group(3));
        boolean isUseful = !detail.isEmpty()
                && detail.length() <= LONGEST_DETAIL
                && !SAYS_NOTHING.matcher(detail).matches();
        return line(described.group(1)) + (isUseful ? " (" + detail + ")" : "");
    }

    private static String exception(Throwable thrown) {
        String where = Stream.of(thrown.getStackTrace())
                .filter(FailureLine::isOfTheCourse)
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        String message = thrown.getMessage() == null ? "" : ": " + line(thrown.getMessage());
        return thrown.getClass().getSimpleName() + where + message;
    }

    private static boolean isOfTheCourse(StackTraceElement frame) {
        return frame.getModuleName() == null
                && Stream.of("org.junit.", "org.assertj.", "minifaas.course.")
                        .noneMatch(frame.getClassName()::startsWith);
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String shortened(String line, int longest) {
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)) + "...";
    }
}
