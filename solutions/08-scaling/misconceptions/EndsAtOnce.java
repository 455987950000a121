// exercise: 8.3
// thinks: When the invoker returns, the call is over.
// hint: The function still works when your method returns. Until when does its call take up a place?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return invoker.invoke(invocation);
    FunctionId function = invocation.version().function();
    Optional<Outcome.Throttled> refusal = limits.admit(function);
    if (refusal.isPresent()) return CompletableFuture.completedFuture(new Result(refusal.get(), new byte[0]));
    try {
        return invoker.invoke(invocation);
    } finally {
        limits.ended(function);
    }
}
