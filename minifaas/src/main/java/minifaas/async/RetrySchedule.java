package minifaas.async;

import java.time.Duration;

/**
 * How long an event waits before it is tried again.
 *
 * <p>Source: "How Lambda handles asynchronous invocations",
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html, 2026-11.
 */
final class RetrySchedule {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private RetrySchedule() {}

    /**
     * The wait after the function failed: 1 minute after the first time, 2 minutes after the second.
     *
     * @param invocations how often the function has run with the event, 1 or more
     */
    static Duration afterFunctionError(int invocations) {
        return Duration.ofMinutes(invocations);
    }

    /**
     * The wait after an attempt in which the function did not run: 1 s after the first, and twice as long after each
     * further one, but never more than 5 minutes.
     *
     * @param deferrals how many such attempts there were in a row, 1 or more; there is no upper bound
     */
    static Duration afterDeferral(int deferrals) {
        Duration wait = FIRST;
        for (int i = 1; i < deferrals && wait.compareTo(LONGEST) < 0; i++) wait = wait.multipliedBy(2);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
