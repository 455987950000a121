// exercise: 8.2
// thinks: Every provisioned environment takes a place from all the others.
// hint: A reservation belongs to its function, busy or not. Do you keep the two accounts apart?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        var taken = new HashMap<>(running);
        taken.keySet().removeAll(quotas.reserved().keySet());
        quotas.provisioned().forEach((each, count) -> taken.merge(each, count, Math::max));
        int sum = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (reserved.isEmpty() && needsMore && sum >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
