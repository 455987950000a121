// exercise: 6.2
// thinks: A call that found no room should be tried until it finds some.
// hint: No room is an answer, too. What does the caller hear, and who decides whether to try again?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return completed(new Outcome.Accepted());

    return environments.acquire(invocation.version()).thenCompose(acquired -> {
        if (acquired instanceof Environments.Refused) return invoke(invocation);
        Sandbox sandbox = ((Environments.Granted) acquired).sandbox();
        return sandbox.run(invocation).thenCompose(run -> {
            environments.release(sandbox, run);
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    });
}
