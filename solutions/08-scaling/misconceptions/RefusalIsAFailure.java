// exercise: 8.3
// thinks: A call that may not run has failed.
// hint: That there is no place is an answer like others. Where does the caller look for answers?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return invoker.invoke(invocation);
    FunctionId function = invocation.version().function();
    Optional<Outcome.Throttled> refusal = limits.admit(function);
    if (refusal.isPresent()) 
        return CompletableFuture.failedFuture(new IllegalStateException(refusal.get().reason()));
    CompletableFuture<Result> result;
    try {
        result = invoker.invoke(invocation);
    } catch (RuntimeException | Error failure) {
        limits.ended(function);
        throw failure;
    }
    return result.whenComplete((outcome, failure) -> limits.ended(function)).copy();
}
