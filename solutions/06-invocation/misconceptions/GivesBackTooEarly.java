// exercise: 6.2
// thinks: Once the run is under way the environment can be given back.
// hint: Who gets the environment after you? Think of the moment at which you give it back.
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return completed(new Outcome.Accepted());

    return environments.acquire(invocation.version()).thenCompose(acquired -> {
        if (acquired instanceof Environments.Refused refused) return completed(refused.reason());
        Sandbox sandbox = ((Environments.Granted) acquired).sandbox();
        CompletableFuture<Sandbox.Run> running = sandbox.run(invocation);
        environments.release(sandbox, Sandbox.Run.notStarted());
        return running.thenCompose(run -> {
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    });
}
