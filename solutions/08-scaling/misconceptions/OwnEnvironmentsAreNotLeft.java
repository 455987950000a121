// exercise: 8.1
// thinks: What is left now is also what is left afterwards, but for the new reservation.
// hint: Environments are kept ready for functions with a reservation and for one without. Whose part does each take its room from?
public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
    int before = reservedFor(function).orElse(0);
    if (left() + before - concurrency < ALWAYS_UNRESERVED) throw RegistryException.invalid("Too few would be left unreserved.");
    if (concurrency < provisionedFor(function)) throw RegistryException.invalid("More are provisioned for the function.");
    return withReserved(function, concurrency);
}
