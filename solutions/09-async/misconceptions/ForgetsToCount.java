// exercise: 9.3
// thinks: Only failed attempts need to be counted.
// hint: The function answered. What is left to do, and how often has it run with this event?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event, Condition.SUCCESS);
    if (!(outcome instanceof Outcome.FunctionError)) {
        QueuedEvent deferred = event.deferred();
        return later(deferred, RetrySchedule.afterDeferral(deferred.deferrals()), config, now);
    }
    QueuedEvent failed = event.invoked();
    if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
    return later(failed, RetrySchedule.afterFunctionError(failed.invocations()), config, now);
}
