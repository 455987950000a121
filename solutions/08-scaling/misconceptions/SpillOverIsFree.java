// exercise: 8.2
// thinks: A function with provisioned concurrency takes what is provisioned for it.
// hint: A function may run more calls than environments are provisioned for it. Do those calls count?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        var taken = new HashMap<>(running);
        taken.putAll(quotas.provisioned());
        taken.keySet().removeAll(quotas.reserved().keySet());
        int sum = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (reserved.isEmpty() && needsMore && sum >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
