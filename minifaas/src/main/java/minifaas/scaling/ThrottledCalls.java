package minifaas.scaling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;

/** Counts the calls for which an invoker has no environment: because of the scaling rate, or for want of room. */
public final class ThrottledCalls implements Invoker {
    private final Invoker invoker;
    private final AtomicLong count = new AtomicLong();

    public ThrottledCalls(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public CompletableFuture<Result> invoke(Invocation invocation) {
        return invoker.invoke(invocation).whenComplete((result, failure) -> {
            if (result != null && result.outcome() instanceof Outcome.Throttled) count.incrementAndGet();
        });
    }

    /** How many there were since the start. */
    public long count() {
        return count.get();
    }
}
