// exercise: 6.2
// thinks: An environment that is gone is a failure of the call.
// hint: The environment was gone before it took the event, so nothing ran. Must the caller hear of that?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return completed(new Outcome.Accepted());

    return environments.acquire(invocation.version()).thenCompose(acquired -> {
        if (acquired instanceof Environments.Refused refused) return completed(refused.reason());
        Sandbox sandbox = ((Environments.Granted) acquired).sandbox();
        return sandbox.run(invocation).thenCompose(run -> {
            environments.release(sandbox, run);
            if (run.outcome().isEmpty()) {
                return completed(new Outcome.NoEnvironment(Outcome.Why.PLATFORM, "the environment has gone"));
            }
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    });
}
