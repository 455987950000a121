// exercise: 8.3
// thinks: That a call failed is all that its caller needs to know.
// hint: Each end of a call gives its place back and is told to the caller. Which ends does your code not see, or not pass on?
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
    return result.handle((outcome, failure) -> {
        limits.ended(function);
        if (failure != null) throw new RuntimeException("the call has failed");
        return outcome;
    }).copy();
}
