package minifaas.course.lab;

/**
 * What happens in a run. First all tests are found, then each starts and ends.
 *
 * @param kind of event
 * @param result the test, and how it ended; as long as it did not, it is not run. None when the JVM ended
 */
public record TestEvent(Kind kind, TestResult result) {
    /** The kinds, in the order in which they come. */
    public enum Kind {
        FOUND,
        STARTED,
        ENDED,
        /** The test has ended, and the process with the code that it called was lost in it. */
        LOST,
        /** The JVM is gone; this one has no test. */
        JVM_ENDED
    }

    /** No more events will come. */
    public static TestEvent jvmEnded() {
        return new TestEvent(Kind.JVM_ENDED, null);
    }

    /** A test was found. */
    public static TestEvent found(GradedTest test) {
        return new TestEvent(Kind.FOUND, new TestResult(test, Status.NOT_RUN, ""));
    }

    /** A test starts. */
    public static TestEvent started(GradedTest test) {
        return new TestEvent(Kind.STARTED, new TestResult(test, Status.NOT_RUN, ""));
    }

    /** A test has ended, with this result, and the process with the code that it called was lost in it. */
    public static TestEvent lost(TestResult result) {
        return new TestEvent(Kind.LOST, result);
    }

    /** A test has ended, with this result. */
    public static TestEvent ended(TestResult result) {
        return new TestEvent(Kind.ENDED, result);
    }
}
