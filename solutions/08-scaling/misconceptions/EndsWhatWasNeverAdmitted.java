// exercise: 8.3
// thinks: Whatever happens, the call has to be ended.
// hint: What is never admitted never runs. What is there to end?
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() == Invocation.Type.DRY_RUN) return invoker.invoke(invocation);
    FunctionId function = invocation.version().function();
    Optional<Outcome.Throttled> refusal = limits.admit(function);
    if (refusal.isPresent()) {
        limits.ended(function);
        return CompletableFuture.completedFuture(new Result(refusal.get(), new byte[0]));
    }
    CompletableFuture<Result> result;
    try {
        result = invoker.invoke(invocation);
    } catch (RuntimeException | Error failure) {
        limits.ended(function);
        throw failure;
    }
    return result.whenComplete((outcome, failure) -> limits.ended(function)).copy();
}
