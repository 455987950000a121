package minifaas.invocation;

import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;

/** Where the invoker takes an execution environment from, and gives it back to. */
public interface Environments {
    /** An environment for exactly this version, now or when there is room; each one must be given back. */
    CompletableFuture<Acquired> acquire(FunctionVersion version);

    /** Gives an environment back after a run, however the run ended. */
    void release(Sandbox sandbox, Sandbox.Run run);

    /** What came of asking for an environment. */
    sealed interface Acquired {}

    /** An environment that nobody else uses until it is released. */
    record Granted(Sandbox sandbox) implements Acquired {}

    /** There is none to be had. */
    record Refused(Outcome.Throttled reason) implements Acquired {}
}
