package minifaas.course.lab;

/**
 * What happens in a run. First all tests are found, then each starts and ends.
 *
 * @param kind of event
 * @param result the test, and how it ended; as long as it did not, it is not run. None when the JVM ended
 */
record TestEvent(Kind kind, TestResult result) {
    /** The kinds, in the order in which they come. */
    enum Kind {
        FOUND,
        STARTED,
        ENDED,
        /** The JVM is gone; this one has no test. */
        JVM_ENDED
    }

    static TestEvent jvmEnded() {
        return new TestEvent(Kind.JVM_ENDED, null);
    }

    static TestEvent found(GradedTest test) {
        return new TestEvent(Kind.FOUND, new TestResult(test, Status.NOT_RUN, ""));
    }

    static TestEvent started(GradedTest test) {
        return new TestEvent(Kind.STARTED, new TestResult(test, Status.NOT_RUN, ""));
    }

    static TestEvent ended(TestResult result) {
        return new TestEvent(Kind.ENDED, result);
    }
}
