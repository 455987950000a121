// exercise: 9.3
// thinks: Every attempt is a run of the function, also one that found no room.
// hint: There was no room, so the function did not run. Which of the two counts grows?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
    if (outcome instanceof Outcome.Throttled)
        return later(event.invoked(), RetrySchedule.afterDeferral(event.deferrals() + 1), config, now);
    if (!(outcome instanceof Outcome.FunctionError)) {
        QueuedEvent deferred = event.deferred();
        return later(deferred, RetrySchedule.afterDeferral(deferred.deferrals()), config, now);
    }
    QueuedEvent failed = event.invoked();
    if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
    return later(failed, RetrySchedule.afterFunctionError(failed.invocations()), config, now);
}
