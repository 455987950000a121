// exercise: 8.2
// thinks: Only who has a reservation can exceed it, so only such a call is counted.
// hint: A throttled call never runs, so nobody will say that it has ended. What did it leave behind?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        if (reserved.isEmpty() && needsMore && takenOfUnreserved() >= quotas.unreserved())
            return Optional.of(new Outcome.Throttled("ConcurrentInvocationLimitExceeded", "Rate Exceeded."));
        running.put(function, already + 1);
        return Optional.empty();
    }
}
