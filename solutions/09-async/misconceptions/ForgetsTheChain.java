// exercise: 9.1
// thinks: An event is its payload, and where it comes from is no matter of its function.
// hint: Every attempt has only what is stored. What does it know of the sender, the function and the time?
import java.util.Optional;
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() != Invocation.Type.EVENT) return invoker.invoke(invocation);
    QueuedEvent event = QueuedEvent.of(invocation, clock.now());
    return store.keep(new QueuedEvent(
                    event.id(), event.function(), event.payload(), Optional.empty(), "", event.acceptedAt(), 0, 0,
                    event.dueAt()))
            .thenApply(kept -> new Result(new Outcome.Accepted(), new byte[0]));
}
