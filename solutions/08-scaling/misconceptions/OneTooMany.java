// exercise: 8.2
// thinks: A limit is reached when there are more calls than it says.
// hint: So many calls are reserved for the function. Which of its calls is the first that is too many, and why?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already > reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        if (reserved.isEmpty() && needsMore && takenOfUnreserved() >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
