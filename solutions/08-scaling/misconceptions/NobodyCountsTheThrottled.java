// exercise: 8.2
// thinks: A call that did not run is nothing to count.
// hint: A throttled call never runs, so nobody will say that it has ended. What did it leave behind?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return Optional.of(
                    new Outcome.Throttled("ReservedFunctionConcurrentInvocationLimitExceeded", "Rate Exceeded."));
        boolean needsMore = already >= quotas.provisionedFor(function);
        if (reserved.isEmpty() && needsMore && takenOfUnreserved() >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
