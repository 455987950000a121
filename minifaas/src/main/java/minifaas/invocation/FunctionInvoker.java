package minifaas.invocation;

import java.util.concurrent.CompletableFuture;

/** Runs an invocation in an environment: take one, run, give it back. */
public final class FunctionInvoker implements Invoker {
    private final Environments environments;

    public FunctionInvoker(Environments environments) {
        this.environments = environments;
    }

    /**
     * Runs one invocation; no thread waits for it.
     *
     * <p>A DRY_RUN is Accepted without an environment. When the environments refuse, the refusal's reason is the outcome.
     * In both cases nothing was logged: the log tail is empty. Otherwise the invocation runs in the sandbox that was
     * granted, and its outcome and log tail are those of the run.
     *
     * <p>A sandbox is given back once, with its run, however that ended, and before the result is there; after that it
     * is not touched again. A run without an outcome means that the environment was gone before its runtime took the
     * event. Nothing has run then, so the invocation is made anew, in another environment, as often as it takes.
     *
     * @return fails with what the environments or the sandbox failed with
     */
    @Override
    public CompletableFuture<Result> invoke(Invocation invocation) {
        if (invocation.type() == Invocation.Type.DRY_RUN) return completed(new Outcome.Accepted());

        return environments.acquire(invocation.version()).thenCompose(acquired -> {
            if (acquired instanceof Environments.Refused refused) return completed(refused.reason());
            return runIn(((Environments.Granted) acquired).sandbox(), invocation);
        });
    }

    private CompletableFuture<Result> runIn(Sandbox sandbox, Invocation invocation) {
        return sandbox.run(invocation).thenCompose(run -> {
            environments.release(sandbox, run);
            // nothing ran, so running it elsewhere runs it once
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    }

    private static CompletableFuture<Result> completed(Outcome outcome) {
        return CompletableFuture.completedFuture(new Result(outcome, new byte[0]));
    }
}
