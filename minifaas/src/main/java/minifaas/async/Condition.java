package minifaas.async;

/**
 * Why the processing of an event is over (AWS: {@code requestContext.condition} of an invocation record,
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html, 2026-11).
 */
public enum Condition {
    /** The function answered. */
    SUCCESS("Success"),
    /** The function failed as often as it may. */
    RETRIES_EXHAUSTED("RetriesExhausted"),
    /** The event became too old before an attempt could succeed. */
    EVENT_AGE_EXCEEDED("EventAgeExceeded"),
    /** The function is stopped: zero concurrency is reserved for it. */
    ZERO_RESERVED_CONCURRENCY("ZeroReservedConcurrency"),
    /**
     * The function ran too often in one chain of events. AWS names no word for that in a record; this is the word of its
     * API, an error of Invoke (docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, 2026-11).
     */
    RECURSIVE_INVOCATION("RecursiveInvocationException");

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    /** AWS's own word. */
    public String text() {
        return text;
    }
}
