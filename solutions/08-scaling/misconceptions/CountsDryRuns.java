// exercise: 8.3
// thinks: A dry run is a call like any other.
// hint: A dry run asks whether a call would be accepted. Does it take up a place?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
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
    return result.whenComplete((outcome, failure) -> limits.ended(function)).copy();
}
