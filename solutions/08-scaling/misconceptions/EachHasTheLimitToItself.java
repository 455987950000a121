// exercise: 8.2
// thinks: A limit is what one function may use.
// hint: Two functions without a reservation share one limit. Whose calls did you count against it?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        boolean needsMore = already >= quotas.provisionedFor(function);
        int ofOthers = quotas.provisioned().keySet().stream()
                .filter(other -> !other.equals(function) && quotas.reservedFor(other).isEmpty())
                .mapToInt(other -> Math.max(runningOf(other), quotas.provisionedFor(other)))
                .sum();
        if (reserved.isEmpty() && needsMore && already + ofOthers >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
