// exercise: 8.1
// thinks: What is not reserved is there for everybody.
// hint: Environments are kept ready for functions with a reservation and for one without. Whose part does each take its room from?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed = withReserved(function, concurrency);
    if (changed.unreserved() < ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return changed;
}
