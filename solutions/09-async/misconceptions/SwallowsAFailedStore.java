// exercise: 9.1
// thinks: The sender asked for acceptance, and how the platform stores events is not his concern.
// hint: The disk is full. Who still has the event, and could send it again if he only knew?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() != Invocation.Type.EVENT) return invoker.invoke(invocation);
    return store.keep(QueuedEvent.of(invocation, clock.now()))
            .handle((kept, failure) -> new Result(new Outcome.Accepted(), new byte[0]));
}
