package minifaas.scaling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.function.RegistryException;
import minifaas.kernel.NotWrittenYet;

/**
 * How the concurrency of one account in one region is divided: how many invocations may run at the same time in all,
 * and how many of them belong to single functions.
 *
 * <p>Immutable: each change answers a changed copy, or throws when a rule forbids it. Source: "Configuring reserved
 * concurrency for a function", docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html, 2026-11.
 *
 * @param limit of the account, for all its functions together
 * @param reserved by function: at most so many of its invocations run at once, and nobody else gets this share; 0 stops
 *     the function
 * @param provisioned by function: environments kept ready for it, of all its versions together
 */
public record ConcurrencyQuotas(int limit, Map<FunctionId, Integer> reserved, Map<FunctionId, Integer> provisioned) {
    /** What must always be left for functions without a reservation. */
    public static final int ALWAYS_UNRESERVED = 100;

    public ConcurrencyQuotas {
        reserved = Map.copyOf(reserved);
        provisioned = Map.copyOf(provisioned);
    }

    /** What all functions without a reservation share. */
    public int unreserved() {
        return limit - sum(reserved);
    }

    /** What is reserved for a function; empty when it shares with the others. */
    public Optional<Integer> reservedFor(FunctionId function) {
        return Optional.ofNullable(reserved.get(function));
    }

    /** How many environments are kept ready for a function. */
    public int provisionedFor(FunctionId function) {
        return provisioned.getOrDefault(function, 0);
    }

    /** What is left for functions that have neither a reservation nor environments kept ready. */
    int left() {
        var ready = new HashMap<>(provisioned);
        ready.keySet().removeAll(reserved.keySet());
        return unreserved() - sum(ready);
    }

    /**
     * Reserves concurrency for a function, instead of what was reserved for it before.
     *
     * @param concurrency zero or more; zero is a reservation, too, and stops the function
     * @return the changed quotas
     * @throws RegistryException INVALID_PARAMETER_VALUE when fewer than {@link #ALWAYS_UNRESERVED} would be
     *     {@linkplain #left left} for functions without a reservation, or when more environments are provisioned for
     *     this function than it could use
     */
    public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
        throw new NotWrittenYet("8.1");
    }

    /** Lets a function share with the others, whether or not it had a reservation. */
    public ConcurrencyQuotas unreserve(FunctionId function) {
        return new ConcurrencyQuotas(limit, without(reserved, function), provisioned);
    }

    /**
     * Counts environments that are kept ready for a function, instead of those that were counted before.
     *
     * @param total of all its versions together; zero or more
     * @return the changed quotas
     * @throws RegistryException INVALID_PARAMETER_VALUE when this is more than before, and the function has a reservation
     *     and this is more than that, or it has none and this is more than is left, or leaves fewer than
     *     {@link #ALWAYS_UNRESERVED}
     */
    public ConcurrencyQuotas provision(FunctionId function, int total) {
        ConcurrencyQuotas changed = withProvisioned(function, total);
        if (total <= provisionedFor(function)) return changed;
        Optional<Integer> reservation = reservedFor(function);
        if (reservation.isPresent()) {
            if (total <= reservation.get()) return changed;
            throw RegistryException.invalid("Requested Provisioned Concurrency should not be greater than the"
                    + " reservedConcurrentExecution for function");
        }
        int left = withProvisioned(function, 0).left();
        if (total > left)
            throw RegistryException.invalid(
                    "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency ["
                            + left + "].");
        if (left - total < ALWAYS_UNRESERVED)
            throw RegistryException.invalid("Specified ConcurrentExecutions for function decreases account's"
                    + " UnreservedConcurrentExecution below its minimum value of [" + ALWAYS_UNRESERVED + "].");
        return changed;
    }

    /** The same quotas with another reservation, whatever the rules say to it. */
    ConcurrencyQuotas withReserved(FunctionId function, int concurrency) {
        return new ConcurrencyQuotas(limit, with(reserved, function, concurrency), provisioned);
    }

    /** The same quotas with another number of environments kept ready, whatever the rules say to it. */
    ConcurrencyQuotas withProvisioned(FunctionId function, int total) {
        Map<FunctionId, Integer> others = without(provisioned, function);
        return new ConcurrencyQuotas(limit, reserved, total == 0 ? others : with(others, function, total));
    }

    private static Map<FunctionId, Integer> with(Map<FunctionId, Integer> numbers, FunctionId function, int number) {
        var changed = new HashMap<>(numbers);
        changed.put(function, number);
        return changed;
    }

    private static Map<FunctionId, Integer> without(Map<FunctionId, Integer> numbers, FunctionId function) {
        var changed = new HashMap<>(numbers);
        changed.remove(function);
        return changed;
    }

    private static int sum(Map<FunctionId, Integer> numbers) {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
