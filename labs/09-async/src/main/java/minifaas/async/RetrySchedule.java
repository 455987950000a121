package minifaas.async;

import java.time.Duration;
import minifaas.kernel.NotWrittenYet;

/**
 * How long an event waits before it is tried again.
 *
 * <p>Source: "How Lambda handles asynchronous invocations",
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html, 2026-11.
 */
final class RetrySchedule {
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
        throw new NotWrittenYet("9.2");
    }
}
