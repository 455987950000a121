// exercise: 8.1
// thinks: The new reservation is the one that counts now.
// hint: Others had reservations before this one came. Does yours leave them what is theirs?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed = new ConcurrencyQuotas(limit, Map.of(function, concurrency), provisioned);
    if (changed.left() < ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return changed;
}
