// exercise: 8.2
// thinks: A call must pass both limits, its function's and that of all.
// hint: A reservation belongs to its function, busy or not. Do you keep the two accounts apart?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        if (needsMore && takenOfUnreserved() >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
