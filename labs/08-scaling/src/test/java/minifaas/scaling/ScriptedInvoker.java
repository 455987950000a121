package minifaas.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;

/** An invoker without functions: a test ends its calls itself. */
final class ScriptedInvoker implements Invoker {
    private final List<String> invoked = new ArrayList<>();
    private final CompletableFuture<Result> result = new CompletableFuture<>();

    /** The ids of the requests that it was to run, in their order. */
    List<String> invoked() {
        return invoked;
    }

    /** Each call ends with this result. */
    void endsWith(Result end) {
        result.complete(end);
    }

    /** The future of each call fails. */
    void fails(RuntimeException failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public CompletableFuture<Result> invoke(Invocation invocation) {
        invoked.add(invocation.requestId());
        return result;
    }
}
