// exercise: 8.2
// thinks: Every call that comes is counted, and then it is seen whether it may run.
// hint: A throttled call never runs, so nobody will say that it has ended. What did it leave behind?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        boolean needsMore = already >= quotas.provisionedFor(function);
        boolean isFull = needsMore && takenOfUnreserved() >= quotas.unreserved();
        running.put(function, already + 1);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        if (reserved.isEmpty() && isFull) return throttle("ConcurrentInvocationLimitExceeded");
        return Optional.empty();
    }
}
