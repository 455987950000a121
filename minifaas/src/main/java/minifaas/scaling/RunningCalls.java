package minifaas.scaling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.invocation.Outcome;

/**
 * Counts the invocations of one account in one region that run now, and admits no more than its quotas allow.
 *
 * <p>Each call that is admitted must be {@linkplain #ended ended} once. Calls may come from several threads.
 */
public final class RunningCalls {
    // guarded by this
    private final Map<FunctionId, Integer> running = new HashMap<>();
    private ConcurrencyQuotas quotas;
    private long throttled;

    public RunningCalls(ConcurrencyQuotas quotas) {
        this.quotas = quotas;
    }

    /** Other quotas from now on; calls that run go on running. */
    public synchronized void change(ConcurrencyQuotas changed) {
        quotas = changed;
    }

    /** The quotas that hold now. */
    public synchronized ConcurrencyQuotas quotas() {
        return quotas;
    }

    /**
     * Admits a call of a function, which counts as running from then on, or says why it is throttled, and then nothing
     * has changed but the number of throttled calls.
     *
     * <p>A function with a reservation may have so many calls running as are reserved for it, whatever the others do;
     * beyond, the reason is {@code ReservedFunctionConcurrentInvocationLimitExceeded}. All other functions share what is
     * unreserved; beyond, the reason is {@code ConcurrentInvocationLimitExceeded}. The message is {@code Rate Exceeded.}
     * In an {@link Outcome.Throttled} the reason comes first and the message second.
     *
     * <p>What is provisioned for a function without a reservation is taken of the unreserved part even while it is idle:
     * so many calls of that function are always admitted, and no other function's calls get that room. Looking and
     * counting are one step: no other call comes between.
     *
     * @return empty when the call may run
     */
    public Optional<Outcome.Throttled> admit(FunctionId function) {
        synchronized (this) {
            int already = runningOf(function);
            Optional<Integer> reserved = quotas.reservedFor(function);
            if (reserved.isPresent() && already >= reserved.get())
                return throttle("ReservedFunctionConcurrentInvocationLimitExceeded");
            boolean needsMore = already >= quotas.provisionedFor(function);
            if (reserved.isEmpty() && needsMore && takenOfUnreserved() >= quotas.unreserved())
                return throttle("ConcurrentInvocationLimitExceeded");
            running.put(function, already + 1);
            return Optional.empty();
        }
    }

    /** A call that was admitted has ended, in whatever way. */
    public synchronized void ended(FunctionId function) {
        running.computeIfPresent(function, (id, count) -> count == 1 ? null : count - 1);
    }

    /** How many calls of a function run now. */
    public synchronized int runningOf(FunctionId function) {
        return running.getOrDefault(function, 0);
    }

    /** How many calls run now, of all functions. */
    public synchronized int running() {
        return running.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many calls were throttled since the start. */
    public synchronized long throttled() {
        return throttled;
    }

    private Optional<Outcome.Throttled> throttle(String reason) {
        throttled++;
        return Optional.of(new Outcome.Throttled(reason, "Rate Exceeded."));
    }

    /** What functions without a reservation use or have provisioned. */
    private int takenOfUnreserved() {
        var taken = new HashMap<>(running);
        quotas.provisioned().forEach((function, count) -> taken.merge(function, count, Math::max));
        taken.keySet().removeAll(quotas.reserved().keySet());
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
