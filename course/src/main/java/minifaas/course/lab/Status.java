package minifaas.course.lab;

/** What is known of a test after a run. */
public enum Status {
    /** It ran to its end, and every expectation was met. */
    PASSED,
    /** An expectation was not met, the code threw something, or it ended the JVM. */
    FAILED,
    /** It reached a body that is still to be written. */
    NOT_WRITTEN,
    /** It can say nothing before an exercise passes that its own one needs. */
    WAITS,
    /** It was still running when its time was over. */
    DID_NOT_END,
    /** It was not started, for instance because the classes did not compile. */
    NOT_RUN
}
