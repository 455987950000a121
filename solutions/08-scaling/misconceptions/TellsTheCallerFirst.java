// exercise: 8.3
// thinks: Once the future is there, it does not matter who hears of its end first.
// hint: The answer comes, and the caller calls again at once. Is the place of the first call free by then?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return invoker.invoke(invocation);
    FunctionId function = invocation.version().function();
    Optional<Outcome.Throttled> refusal = limits.admit(function);
    if (refusal.isPresent()) return CompletableFuture.completedFuture(new Result(refusal.get(), new byte[0]));
    CompletableFuture<Result> result;
    try {
        result = invoker.invoke(invocation);
    } catch (RuntimeException | Error failure) {
        limits.ended(function);
        throw failure;
    }
    result.whenComplete((outcome, failure) -> limits.ended(function));
    return result.copy();
}
