// exercise: 8.2
// thinks: All functions together never take more than there is, so it is enough to look for equality.
// hint: The owner lowers the limit while more calls run than it allows. When is the next one admitted?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        if (reserved.isEmpty() && needsMore && takenOfUnreserved() == quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
