package minifaas.course.lab;

/**
 * What one test said.
 *
 * @param test which
 * @param status how it ended
 * @param message one line about what went wrong; empty when nothing did
 */
public record TestResult(GradedTest test, Status status, String message) {
    /** The message of a test that reached the stub of its own exercise. */
    public static final String NOT_WRITTEN = "not written yet";

    /** The points that it earns. */
    public int points() {
        return passes() ? test.points() : 0;
    }

    /** Whether it passed. */
    public boolean passes() {
        return status == Status.PASSED;
    }

    /** The same result with another hint. */
    TestResult withHint(String hint) {
        return new TestResult(test.withHint(hint), status, message);
    }

    /** The same test with another ending. */
    TestResult as(Status other, String why) {
        return new TestResult(test, other, why);
    }
}
