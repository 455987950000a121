// exercise: 6.2
// thinks: The outcome is all that the caller wants.
// hint: A run brings an outcome and what was logged. Which of the two does your result lack?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return completed(new Outcome.Accepted());

    return environments.acquire(invocation.version()).thenCompose(acquired -> {
        if (acquired instanceof Environments.Refused refused) return completed(refused.reason());
        Sandbox sandbox = ((Environments.Granted) acquired).sandbox();
        return sandbox.run(invocation).thenCompose(run -> {
            environments.release(sandbox, run);
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), new byte[0]));
        });
    });
}
