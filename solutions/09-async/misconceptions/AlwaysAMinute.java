// exercise: 9.3
// thinks: Between two attempts there is a minute.
// hint: The first retry waits one minute, the second two. From which moment, and what is counted?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
    if (!(outcome instanceof Outcome.FunctionError)) {
        QueuedEvent deferred = event.deferred();
        return later(deferred, RetrySchedule.afterDeferral(deferred.deferrals()), config, now);
    }
    QueuedEvent failed = event.invoked();
    if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
    return later(failed, RetrySchedule.afterFunctionError(1), config, now);
}
