package minifaas.async;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import minifaas.async.NextStep.Finish;
import minifaas.async.NextStep.Retry;
import minifaas.invocation.Outcome;

/** Decides what becomes of an event, from what is known of it and the time. */
final class EventRules {
    private EventRules() {}

    /**
     * Why an event is given up without another attempt: because it is older than it may become, because its function is
     * stopped, or because its function ran too often in this {@linkplain Lineage chain of events}.
     *
     * @param isStopped whether zero concurrency is reserved for the function
     * @param loop what is to happen to a function that feeds itself
     * @return empty when it may be tried
     */
    static Optional<Condition> refusal(
            QueuedEvent event, EventInvokeConfig config, boolean isStopped, RecursiveLoop loop, Instant now) {
        if (event.age(now).compareTo(config.oldest()) > 0) return Optional.of(Condition.EVENT_AGE_EXCEEDED);
        if (isStopped) return Optional.of(Condition.ZERO_RESERVED_CONCURRENCY);
        if (loop == RecursiveLoop.ALLOW) return Optional.empty();
        int runs = Lineage.runs(event.traceId(), event.function().function());
        return runs >= Lineage.MOST_RUNS ? Optional.of(Condition.RECURSIVE_INVOCATION) : Optional.empty();
    }

    /**
     * What becomes of an event after an attempt.
     *
     * <p>After a success it is finished. After a function error it is tried again as often as the configuration has
     * retries, {@linkplain RetrySchedule#afterFunctionError some minutes} later, and after that it is finished: its retries
     * are exhausted. When the function did not run, because it was throttled or no environment could be made, that counts as
     * no retry: it is put off, each time {@linkplain RetrySchedule#afterDeferral longer}. An event that would be older than
     * it may become at its next attempt is finished at once: its age is exceeded. One without a retry left has no next attempt.
     *
     * @param event before the attempt
     * @param outcome of the attempt
     * @param now when the attempt ended; the wait begins here
     * @return with the event as it is after the attempt: {@linkplain QueuedEvent#invoked run} once more, or
     *     {@linkplain QueuedEvent#deferred put off} once more
     */
    static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
        if (!(outcome instanceof Outcome.FunctionError)) {
            QueuedEvent deferred = event.deferred();
            return later(deferred, RetrySchedule.afterDeferral(deferred.deferrals()), config, now);
        }
        QueuedEvent failed = event.invoked();
        if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
        return later(failed, RetrySchedule.afterFunctionError(failed.invocations()), config, now);
    }

    private static NextStep later(QueuedEvent event, Duration wait, EventInvokeConfig config, Instant now) {
        Instant due = now.plus(wait);
        if (event.age(due).compareTo(config.oldest()) > 0) return new Finish(event, Condition.EVENT_AGE_EXCEEDED);
        return new Retry(event.due(due));
    }
}
