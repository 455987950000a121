// exercise: 9.3
// thinks: An event that is given up is handed on as it came.
// hint: This attempt counts. If there is to be another, how old is the event then, and since when?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
    boolean hasRun = outcome instanceof Outcome.FunctionError;
    QueuedEvent next = hasRun ? event.invoked() : event.deferred();
    if (hasRun && next.invocations() > config.retries()) return new Finish(next, Condition.RETRIES_EXHAUSTED);
    Instant due = now.plus(
            hasRun
                    ? RetrySchedule.afterFunctionError(next.invocations())
                    : RetrySchedule.afterDeferral(next.deferrals()));
    if (event.age(due).compareTo(config.oldest()) > 0) return new Finish(event, Condition.EVENT_AGE_EXCEEDED);
    return new Retry(next.due(due));
}
