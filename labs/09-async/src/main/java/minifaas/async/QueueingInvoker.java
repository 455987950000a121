package minifaas.async;

import java.util.concurrent.CompletableFuture;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.kernel.Clock;
import minifaas.kernel.NotWrittenYet;

/** A queue before an invoker: events are stored and accepted, and all other calls go through. */
public final class QueueingInvoker implements Invoker {
    private final Invoker invoker;
    private final EventStore store;
    private final Clock clock;

    public QueueingInvoker(Invoker invoker, EventStore store, Clock clock) {
        this.invoker = invoker;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Accepts an EVENT, or passes any other invocation on to the invoker within, with its result.
     *
     * <p>The {@linkplain QueuedEvent#of event} of an EVENT, accepted at the time of the clock, goes to the store, and the
     * result is Accepted, with an empty log tail, as soon as the store has kept it and not earlier: what is accepted is never
     * lost. The function does not run for it here. When the store fails to keep it, the result fails for the same reason.
     * No thread waits for the store.
     */
    @Override
    public CompletableFuture<Result> invoke(Invocation invocation) {
        throw new NotWrittenYet("9.1");
    }
}
