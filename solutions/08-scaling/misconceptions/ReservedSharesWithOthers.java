// exercise: 8.2
// thinks: Whoever comes first gets what is free, and reservations only put a limit to one function.
// hint: A reservation belongs to its function, busy or not. Do you keep the two accounts apart?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        var taken = new HashMap<>(running);
        quotas.provisioned().forEach((each, count) -> taken.merge(each, count, Math::max));
        int takenOfAll = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (reserved.isEmpty() && needsMore && takenOfAll >= quotas.limit())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
