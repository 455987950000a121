// exercise: 9.1
// thinks: Storing has begun, so the sender need not wait for its end.
// hint: What exactly do you promise, and who has the event if the process is killed right after that?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() != Invocation.Type.EVENT) return invoker.invoke(invocation);
    store.keep(QueuedEvent.of(invocation, clock.now()));
    return CompletableFuture.completedFuture(new Result(new Outcome.Accepted(), new byte[0]));
}
