// exercise: 8.2
// thinks: When the account is full, nobody gets in.
// hint: An environment is kept ready for just this call, and its room is taken already. Whose place could it still take?
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
