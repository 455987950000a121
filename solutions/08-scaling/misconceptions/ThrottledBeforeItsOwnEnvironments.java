// exercise: 8.2
// thinks: When the account is full, nobody gets in.
// hint: Environments are provisioned for a function without a reservation. Whose room is that while they idle?
public Optional<Outcome.Throttled> admit(FunctionId function) {
    synchronized (this) {
        int already = runningOf(function);
        Optional<Integer> reserved = quotas.reservedFor(function);
        if (reserved.isPresent() && already >= reserved.get())
            return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
        if (reserved.isEmpty() && takenOfUnreserved() >= quotas.unreserved())
            return throttle("ConcurrentInvocationLimitExceeded");
        running.put(function, already + 1);
        return Optional.empty();
    }
}
