package minifaas.invocation;

import java.util.concurrent.CompletableFuture;
import minifaas.kernel.NotWrittenYet;

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
        throw new NotWrittenYet("6.2");
    }
}
