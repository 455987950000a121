// exercise: 8.1
// thinks: More than a hundred must be left.
// hint: Exactly a hundred are left for the others. Is that too few?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed = withReserved(function, concurrency);
    if (changed.left() <= ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return changed;
}
