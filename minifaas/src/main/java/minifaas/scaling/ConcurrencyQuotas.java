package minifaas.scaling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.function.RegistryException;

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

    /**
     * Reserves concurrency for a function, instead of what was reserved for it before.
     *
     * @param concurrency zero or more
     * @return the changed quotas
     * @throws RegistryException INVALID_PARAMETER_VALUE when fewer than {@link #ALWAYS_UNRESERVED} would be left for
     *     functions without a reservation, or when more environments are provisioned for this function than it could
     *     use
     */
    public ConcurrencyQuotas reserve(FunctionId function, int concurrency) {
        ConcurrencyQuotas changed = new ConcurrencyQuotas(limit, with(reserved, function, concurrency), provisioned);
        if (changed.unreserved() < ALWAYS_UNRESERVED)
            throw invalid("Specified ReservedConcurrentExecutions for function decreases account's"
                    + " UnreservedConcurrentExecution below its minimum value of [" + ALWAYS_UNRESERVED + "].");
        if (concurrency < provisionedFor(function))
            throw invalid(
                    "ReservedConcurrentExecutions should not be lower than function's total provisioned concurrency ["
                            + provisionedFor(function) + "].");
        return changed;
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(RegistryException.Kind.INVALID_PARAMETER_VALUE, message);
    }

    private static Map<FunctionId, Integer> with(Map<FunctionId, Integer> numbers, FunctionId function, int number) {
        var changed = new HashMap<>(numbers);
        changed.put(function, number);
        return changed;
    }

    private static int sum(Map<FunctionId, Integer> numbers) {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
