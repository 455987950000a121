// exercise: 8.2
// thinks: Once a function is called, it takes what its calls take.
// hint: Environments are provisioned for a function without a reservation. Whose room is that while they idle?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        var taken = new HashMap<>(quotas.provisioned());
        taken.putAll(running);
        taken.keySet().removeAll(quotas.reserved().keySet());
        int sum = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (reserved.isEmpty() && needsMore && sum >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
