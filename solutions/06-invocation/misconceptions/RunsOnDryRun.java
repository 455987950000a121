// exercise: 6.2
// thinks: A dry run is a run whose answer is thrown away.
// hint: A dry run asks whether the call would be accepted. What may it cost, and what may it start?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) {
        return environments
                .acquire(invocation.version())
                .thenCompose(acquired -> ((Environments.Granted) acquired).sandbox().run(invocation))
                .thenCompose(run -> completed(new Outcome.Accepted()));
    }
    return environments.acquire(invocation.version()).thenCompose(acquired -> {
        if (acquired instanceof Environments.Refused refused) return completed(refused.reason());
        Sandbox sandbox = ((Environments.Granted) acquired).sandbox();
        return sandbox.run(invocation).thenCompose(run -> {
            environments.release(sandbox, run);
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    });
}
