package minifaas.scaling;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionId;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;

/** A limit around an invoker: what is over the account's or the function's concurrency is throttled and does not run. */
public final class LimitedInvoker implements Invoker {
    private final Invoker invoker;
    private final Limits limits;

    public LimitedInvoker(Invoker invoker, Limits limits) {
        this.invoker = invoker;
        this.limits = limits;
    }

    /** Admits calls, and hears of their end. */
    public interface Limits {
        /** Counts a call as running, or says why it may not run; empty when it may. */
        Optional<Outcome.Throttled> admit(FunctionId function);

        /** A call that was admitted has ended. */
        void ended(FunctionId function);
    }

    /**
     * Runs an invocation unless that would be one too many.
     *
     * <p>A DRY_RUN runs nothing, so it needs no admission. A call that is not admitted has the refusal as its outcome, with
     * an empty log tail, and never reaches the invoker within. A call that is admitted is ended exactly once, however it
     * ended: with an outcome, with a failed future, whose cause the caller's future keeps, or with an exception or error
     * that the invoker within threw, which the caller gets as it is. It is ended when its result is there and not
     * before, but before the caller has the result, so that a caller who calls again at once finds the place free. That it
     * is ended does not depend on the future that the caller got, which the caller may cancel.
     */
    @Override
    public CompletableFuture<Result> invoke(Invocation invocation) {
        if (invocation.type() == Invocation.Type.DRY_RUN) return invoker.invoke(invocation);
        FunctionId function = invocation.version().function();
        Optional<Outcome.Throttled> refusal = limits.admit(function);
        if (refusal.isPresent()) return CompletableFuture.completedFuture(new Result(refusal.get(), new byte[0]));
        CompletableFuture<Result> result;
        try {
            result = invoker.invoke(invocation);
        } catch (RuntimeException | Error failure) {
            limits.ended(function);
            throw failure;
        }
        // a copy: on a future that the caller has cancelled, no further action would run
        return result.whenComplete((outcome, failure) -> limits.ended(function)).copy();
    }
}
