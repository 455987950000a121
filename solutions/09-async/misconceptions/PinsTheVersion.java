// exercise: 9.1
// thinks: The version that an alias means is known now, so it is stored.
// hint: Every attempt has only what is stored. What does it know of the sender, the function and the time?
import java.util.Optional;
import minifaas.function.FunctionReference;
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() != Invocation.Type.EVENT) return invoker.invoke(invocation);
    QueuedEvent event = QueuedEvent.of(invocation, clock.now());
    var pinned = new FunctionReference(
            invocation.version().function(), Optional.of(invocation.version().version()));
    return store.keep(new QueuedEvent(
                    event.id(), pinned, event.payload(), event.clientContext(), event.traceId(), event.acceptedAt(), 0, 0,
                    event.dueAt()))
            .thenApply(kept -> new Result(new Outcome.Accepted(), new byte[0]));
}
