package minifaas.scaling;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.FunctionVersion;
import minifaas.function.RegistryException;
import minifaas.invocation.Outcome;
import minifaas.kernel.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many calls of which function may run at once: the quotas of each account in each region, and what runs of them.
 *
 * <p>What is reserved survives a restart; a change is in the database before it holds. Reading takes no SQL. All methods
 * may be called from several threads.
 */
public final class Concurrency implements LimitedInvoker.Limits {
    private record Scope(String account, String region) {
        private static Scope of(FunctionId function) {
            return new Scope(function.account(), function.region());
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Concurrency.class);

    private final int limit;
    private final FunctionRegistry registry;
    private final Reservations reservations;
    // quotas are changed by the synchronized methods only
    private final Map<Scope, RunningCalls> scopes = new ConcurrentHashMap<>();
    private volatile Consumer<FunctionId> listener = function -> {};

    /**
     * Opens the table of reservations, without those of functions that are gone.
     *
     * @param limit of each account in each region, for all its functions together
     */
    public Concurrency(Database database, FunctionRegistry registry, int limit) {
        this.limit = limit;
        this.registry = registry;
        this.reservations = new Reservations(database);
        reservations.all().forEach(this::remember);
        registry.whenChanged(this::forgetDeleted);
    }

    /** Has a listener called after concurrency was reserved for a function. */
    public void whenReserved(Consumer<FunctionId> newListener) {
        listener = newListener;
    }

    /** The concurrency of an account in a region. */
    public int limit() {
        return limit;
    }

    /** What all functions of an account in a region that have no reservation share; 0 when more is reserved than there is. */
    public int unreserved(String account, String region) {
        RunningCalls known = scopes.get(new Scope(account, region));
        return known == null ? limit : Math.max(0, known.quotas().unreserved());
    }

    /**
     * What is reserved for a function; empty when it shares with the others.
     *
     * @throws RegistryException when there is no such function, or the reference names one of its versions
     */
    public Optional<Integer> reservedFor(FunctionReference function) {
        FunctionId id = function.requireWhole();
        registry.find(function);
        return calls(id).quotas().reservedFor(id);
    }

    /** Whether a function is stopped, because zero concurrency is reserved for it. */
    public boolean isStopped(FunctionId function) {
        return calls(function).quotas().reservedFor(function).equals(Optional.of(0));
    }

    /**
     * Reserves concurrency for a function.
     *
     * @param concurrency zero or more
     * @throws RegistryException when there is no such function, the reference names one of its versions, or the
     *     {@linkplain ConcurrencyQuotas#reserve quotas} forbid it
     */
    public synchronized void reserve(FunctionReference function, int concurrency) {
        FunctionId id = function.requireWhole();
        registry.find(new FunctionReference(id, Optional.of(FunctionVersion.LATEST))); // AWS's message names it
        ConcurrencyQuotas changed = calls(id).quotas().reserve(id, concurrency);
        reservations.put(id, concurrency);
        calls(id).change(changed);
        listener.accept(id);
    }

    /**
     * Lets a function share with the others again; it need not have a reservation.
     *
     * @throws RegistryException when there is no such function, or the reference names one of its versions
     */
    public synchronized void unreserve(FunctionReference function) {
        FunctionId id = function.requireWhole();
        registry.find(function);
        forget(id);
    }

    /**
     * Counts the environments that are kept ready for a function; they are not remembered over a restart.
     *
     * @param total of all its versions together; zero or more
     * @throws RegistryException when the {@linkplain ConcurrencyQuotas#provision quotas} forbid it; nothing has changed
     *     then
     */
    synchronized void provision(FunctionId function, int total) {
        calls(function).change(calls(function).quotas().provision(function, total));
    }

    /** Counts what is provisioned already, even if the limit was higher then. */
    synchronized void provisioned(FunctionId function, int total) {
        calls(function).change(calls(function).quotas().withProvisioned(function, total));
    }

    @Override
    public Optional<Outcome.Throttled> admit(FunctionId function) {
        return calls(function).admit(function);
    }

    @Override
    public void ended(FunctionId function) {
        calls(function).ended(function);
    }

    /** How many calls run now, of all accounts. */
    public int running() {
        return scopes.values().stream().mapToInt(RunningCalls::running).sum();
    }

    /** How many calls these limits throttled since the start, of all accounts. */
    public long throttled() {
        return scopes.values().stream().mapToLong(RunningCalls::throttled).sum();
    }

    /** What was reserved once holds, even if the limit was higher then. */
    private void remember(FunctionId function, int concurrency) {
        calls(function).change(calls(function).quotas().withReserved(function, concurrency));
        forgetDeleted(function);
        if (calls(function).quotas().left() < ConcurrencyQuotas.ALWAYS_UNRESERVED)
            log.warn(
                    "more is reserved in account {} than its concurrency of {} has room for",
                    function.account(),
                    limit);
    }

    private synchronized void forgetDeleted(FunctionId function) {
        if (!registry.exists(function)) forget(function);
    }

    private void forget(FunctionId function) {
        RunningCalls calls = calls(function);
        if (calls.quotas().reservedFor(function).isEmpty()) return;
        reservations.remove(function);
        calls.change(calls.quotas().unreserve(function));
    }

    private RunningCalls calls(FunctionId function) {
        return scopes.computeIfAbsent(
                Scope.of(function), none -> new RunningCalls(new ConcurrencyQuotas(limit, Map.of(), Map.of())));
    }
}
