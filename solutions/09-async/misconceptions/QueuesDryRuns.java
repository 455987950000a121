// exercise: 9.1
// thinks: Whatever nobody waits for can go into the queue.
// hint: Which of the three invocation types is for the queue, and what do the others expect from you?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.REQUEST_RESPONSE) return invoker.invoke(invocation);
    return store.keep(QueuedEvent.of(invocation, clock.now()))
            .thenApply(kept -> new Result(new Outcome.Accepted(), new byte[0]));
}
