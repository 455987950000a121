// exercise: 9.3
// thinks: Room may come free at any moment, so the platform asks again every second.
// hint: When there was no room again and again, does asking just as soon help? Which count says how often?
static NextStep next(QueuedEvent event, EventInvokeConfig config, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Succeeded) return new Finish(event.invoked(), Condition.SUCCESS);
    if (!(outcome instanceof Outcome.FunctionError)) {
        QueuedEvent deferred = event.deferred();
        return later(deferred, RetrySchedule.afterDeferral(1), config, now);
    }
    QueuedEvent failed = event.invoked();
    if (failed.invocations() > config.retries()) return new Finish(failed, Condition.RETRIES_EXHAUSTED);
    return later(failed, RetrySchedule.afterFunctionError(failed.invocations()), config, now);
}
