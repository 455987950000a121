// exercise: 8.2
// thinks: Provisioned environments and running calls both take room.
// hint: Environments are provisioned for a function without a reservation. Whose room is that while they idle?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        int taken = running.entrySet().stream()
                .filter(each -> quotas.reservedFor(each.getKey()).isEmpty())
                .mapToInt(Map.Entry::getValue)
                .sum()
                + quotas.provisioned().entrySet().stream()
                        .filter(each -> quotas.reservedFor(each.getKey()).isEmpty())
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        if (reserved.isEmpty() && needsMore && taken >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
