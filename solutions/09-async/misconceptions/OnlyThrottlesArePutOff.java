// exercise: 9.3
// thinks: Whatever is neither a success nor a throttle is an error of the function.
// hint: No environment could be made. Did the function fail there, or did it never begin?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
    if (outcome instanceof Outcome.Throttled) {
        QueuedEvent deferred = event.deferred();
        return later(deferred, RetrySchedule.afterDeferral(deferred.deferrals()), config, now);
    }
    QueuedEvent failed = event.invoked();
    if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
    return later(failed, RetrySchedule.afterFunctionError(failed.invocations()), config, now);
}
