// exercise: 8.1
// thinks: What is left now must be enough for what is reserved anew.
// hint: The function had a reservation already. What becomes of it, and does your sum still contain it?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed = withReserved(function, concurrency);
    int before = reservedFor(function).orElse(0);
    if (changed.left() - before < ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return changed;
}
