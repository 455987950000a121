// exercise: 9.3
// thinks: The number of retries is the only limit.
// hint: This attempt counts. If there is to be another, how old is the event then, and since when?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
    if (!(outcome instanceof Outcome.FunctionError)) {
        QueuedEvent deferred = event.deferred();
        return new Retry(deferred.due(now.plus(RetrySchedule.afterDeferral(deferred.deferrals()))));
    }
    QueuedEvent failed = event.invoked();
    if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
    return new Retry(failed.due(now.plus(RetrySchedule.afterFunctionError(failed.invocations()))));
}
