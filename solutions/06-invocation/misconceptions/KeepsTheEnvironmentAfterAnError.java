// exercise: 6.2
// thinks: After an error there is nothing to give back.
// hint: What is taken and not given back is lost for ever. Does every way through your code give it back?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return completed(new Outcome.Accepted());

    return environments.acquire(invocation.version()).thenCompose(acquired -> {
        if (acquired instanceof Environments.Refused refused) return completed(refused.reason());
        Sandbox sandbox = ((Environments.Granted) acquired).sandbox();
        return sandbox.run(invocation).thenCompose(run -> {
            boolean failed = run.outcome().isPresent() && run.outcome().get() instanceof Outcome.FunctionError;
            if (!failed) environments.release(sandbox, run);
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    });
}
