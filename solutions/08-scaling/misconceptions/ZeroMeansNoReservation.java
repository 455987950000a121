// exercise: 8.1
// thinks: Who reserves nothing has no reservation.
// hint: Somebody reserves 0 to stop a function that runs wild. May it share with the others instead?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    ConcurrencyQuotas changed =
            concurrency == 0 ? unreserve(function) : withReserved(function, concurrency);
    if (changed.left() < ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return changed;
}
