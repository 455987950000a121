// exercise: 8.1
// thinks: Reserved and provisioned concurrency have nothing to do with each other.
// hint: Environments are kept ready for this very function. What are those for that it may not use?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed = withReserved(function, concurrency);
    if (changed.left() < ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    return changed;
}
