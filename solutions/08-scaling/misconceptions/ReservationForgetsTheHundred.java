// exercise: 8.1
// thinks: All that the account has can be reserved.
// hint: Functions without a reservation have to live, too. How many places does the account keep for them?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed = withReserved(function, concurrency);
    if (changed.left() < 0) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return changed;
}
