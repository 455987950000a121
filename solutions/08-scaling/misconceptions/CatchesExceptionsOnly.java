// exercise: 8.3
// thinks: What can be thrown is an exception.
// hint: An invoker that throws gives you no future. Who gives the place back then?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return invoker.invoke(invocation);
    FunctionId function = invocation.version().function();
    Optional<Outcome.Throttled> refusal = limits.admit(function);
    if (refusal.isPresent()) return CompletableFuture.completedFuture(new Result(refusal.get(), new byte[0]));
    CompletableFuture<Result> result;
    try {
        result = invoker.invoke(invocation);
    } catch (RuntimeException failure) {
        limits.ended(function);
        throw failure;
    }
    return result.whenComplete((outcome, failure) -> limits.ended(function)).copy();
}
