package minifaas.invocation;

import java.util.concurrent.CompletableFuture;

/** Runs an invocation in an environment: take one, run, give it back. */
public final class FunctionInvoker implements Invoker {
    private final Environments environments;

    public FunctionInvoker(Environments environments) {
        this.environments = environments;
    }

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
            // it was gone before it took the event, so running it elsewhere runs it once
            if (run.outcome().isEmpty()) return invoke(invocation);
            return CompletableFuture.completedFuture(new Result(run.outcome().get(), run.logTail()));
        });
    }

    private static CompletableFuture<Result> completed(Outcome outcome) {
        return CompletableFuture.completedFuture(new Result(outcome, new byte[0]));
    }
}
