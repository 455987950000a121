// exercise: 9.1
// thinks: The time is the same everywhere, so the JDK can be asked for it.
// hint: Every attempt has only what is stored. What does it know of the sender, the function and the time?
import java.time.Instant;
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() != Invocation.Type.EVENT) return invoker.invoke(invocation);
    return store.keep(QueuedEvent.of(invocation, Instant.now()))
            .thenApply(kept -> new Result(new Outcome.Accepted(), new byte[0]));
}
