package minifaas.scaling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments;
import minifaas.invocation.Sandbox;
import minifaas.kernel.Clock;
import minifaas.scaling.ProvisionedEnvironment.State;

/**
 * Environments that are started before anybody calls, and kept until nobody wants them; what they cannot serve spills
 * over to a pool.
 *
 * <p>A call gets a provisioned environment that was made from exactly its code and configuration, of the idle ones that
 * which became idle last, the least likely to be frozen. The pool lends their memory, and a {@link Reconciler} plans.
 */
public final class ProvisionedEnvironments implements Environments, AutoCloseable {
    /** Of all versions together: more would only make each other slow, since starting is work for the processor. */
    private static final int STARTS_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final WarmPool pool;
    private final Sandbox.Starter starter;
    private final PoolRules rules;
    private final Clock clock;
    private final Supplier<Map<FunctionVersion, Integer>> wanted;
    private final ReconcileLoop loop = new ReconcileLoop(this::makeWhatIsWanted);

    private volatile Set<String> withoutRoom = Set.of();

    // all guarded by this
    private final Map<Long, ProvisionedEnvironment> all = new LinkedHashMap<>();
    /** Of those that have their memory; the others that are STARTING wait for their turn. */
    private final Map<Long, Sandbox> sandboxes = new HashMap<>();

    private final Deque<Long> idle = new ArrayDeque<>();
    private final Map<Sandbox, Long> busy = new HashMap<>();
    private final Map<Long, Clock.Timer> freezing = new HashMap<>();
    private final StartFailures failures = new StartFailures();
    private long lastNumber;
    private long spilledOver;
    private Set<String> deployments = Set.of(); // that are wanted
    private boolean isClosing;

    /**
     * Starts nothing before somebody asks to {@link #reconcile}.
     *
     * @param pool where other calls go
     * @param starter starts environments that no call waits for
     * @param rules of the pool; its keep-alive and its scaling rate do not matter here
     * @param wanted how many environments of which version are to be there now
     */
    public ProvisionedEnvironments(
            WarmPool pool,
            Sandbox.Starter starter,
            PoolRules rules,
            Clock clock,
            Supplier<Map<FunctionVersion, Integer>> wanted) {
        this.pool = pool;
        this.starter = starter;
        this.rules = rules;
        this.clock = clock;
        this.wanted = wanted;
        pool.whenRoom(() -> {
            if (isWaitingToStart()) reconcile();
        });
    }

    @Override
    public CompletableFuture<Acquired> acquire(FunctionVersion version) {
        Optional<Sandbox> own = take(version);
        if (own.isEmpty()) return pool.acquire(version);
        return CompletableFuture.completedFuture(new Granted(own.get()));
    }

    private synchronized Optional<Sandbox> take(FunctionVersion version) {
        for (Iterator<Long> latestFirst = idle.descendingIterator(); latestFirst.hasNext(); ) {
            long number = latestFirst.next();
            if (!all.get(number).isOf(version)) continue;
            latestFirst.remove();
            freezing.remove(number).cancel();
            become(number, State.BUSY);
            Sandbox sandbox = sandboxes.get(number);
            sandbox.thaw();
            failures.forget(version.deployment());
            busy.put(sandbox, number);
            return Optional.of(sandbox);
        }
        if (deployments.contains(version.deployment())) spilledOver++;
        return Optional.empty();
    }

    @Override
    public void release(Sandbox sandbox, Sandbox.Run run) {
        Optional<ProvisionedEnvironment> own = released(sandbox);
        if (own.isEmpty()) pool.release(sandbox, run);
        else settleAfter(run, own.get());
    }

    private synchronized Optional<ProvisionedEnvironment> released(Sandbox sandbox) {
        return Optional.ofNullable(busy.remove(sandbox)).map(all::get);
    }

    private void settleAfter(Sandbox.Run run, ProvisionedEnvironment environment) {
        boolean canServeAgain = false;
        try {
            canServeAgain = rules.canServeAgain(environment.version(), run);
        } finally {
            if (canServeAgain) settle(environment.number());
            else stop(environment.number()).ifPresent(Sandbox::close);
            reconcile();
        }
    }

    /** An environment that has nothing to do becomes idle. */
    private synchronized void settle(long number) {
        if (!all.containsKey(number)) return; // it ended meanwhile
        become(number, State.IDLE);
        idle.add(number);
        freezing.put(number, clock.after(rules.freezeAfter(), () -> freeze(number)));
    }

    private synchronized void freeze(long number) {
        if (idle.contains(number)) sandboxes.get(number).freeze();
    }

    /** Makes what is there what is wanted, as far as that can be done now. */
    public void reconcile() {
        loop.request();
    }

    private void makeWhatIsWanted() {
        plan(wanted.get()).forEach(Sandbox::close);
        startWaiting();
    }

    /** What is to be started is there from now on, and waits for its turn; answers what must be closed. */
    private synchronized List<Sandbox> plan(Map<FunctionVersion, Integer> wantedNow) {
        Map<FunctionVersion, Integer> target = isClosing ? Map.of() : wantedNow;
        deployments = target.keySet().stream().map(FunctionVersion::deployment).collect(Collectors.toSet());
        failures.retain(deployments);
        if (target.isEmpty() && all.isEmpty()) return List.of();
        Reconciler.Plan plan = Reconciler.plan(target, List.copyOf(all.values()));
        plan.start().forEach((version, count) -> {
            for (int i = 0; i < count; i++)
                all.put(++lastNumber, new ProvisionedEnvironment(lastNumber, version, State.STARTING));
        });
        return plan.stop().stream().map(this::stop).flatMap(Optional::stream).toList();
    }

    /** Answers what must be closed; nothing when there is nothing of it yet, or no more. */
    private synchronized Optional<Sandbox> stop(long number) {
        if (!sandboxes.containsKey(number)) {
            all.remove(number);
            return Optional.empty();
        }
        leaveIdle(number);
        become(number, State.STOPPING);
        return Optional.of(sandboxes.get(number));
    }

    private void leaveIdle(long number) {
        if (idle.remove(number)) freezing.remove(number).cancel();
    }

    private void startWaiting() {
        var full = new HashSet<String>();
        for (ProvisionedEnvironment next : waiting()) {
            String deployment = next.version().deployment();
            if (full.contains(deployment) || !mayStart(deployment)) continue;
            if (initialising() >= STARTS_AT_ONCE) break;
            if (pool.lend(next.memoryMiB())) start(next);
            else full.add(deployment);
        }
        withoutRoom = isRoomComing() ? Set.of() : full;
    }

    private boolean isRoomComing() {
        return Stream.of(census(), pool.census()).anyMatch(census -> census.containsKey(State.STOPPING.name()));
    }

    private synchronized List<ProvisionedEnvironment> waiting() {
        return all.values().stream()
                .filter(environment -> !sandboxes.containsKey(environment.number()))
                .toList();
    }

    private synchronized boolean isWaitingToStart() {
        return sandboxes.size() < all.size();
    }

    private synchronized boolean mayStart(String deployment) {
        return failures.mayStart(deployment, clock.nanos());
    }

    private synchronized long initialising() {
        return sandboxes.keySet().stream()
                .filter(number -> all.get(number).state() == State.STARTING)
                .count();
    }

    private void start(ProvisionedEnvironment environment) {
        Sandbox started = starter.start(environment.version(), new Sandbox.Watcher() {
            @Override
            public void ready(Sandbox sandbox) {
                isReady(environment, sandbox);
            }

            @Override
            public void gone(Sandbox sandbox) {
                ended(environment.number(), sandbox);
            }
        });
        keep(environment.number(), started);
    }

    private synchronized void keep(long number, Sandbox sandbox) {
        if (all.containsKey(number)) sandboxes.put(number, sandbox); // else it ended already
    }

    private void isReady(ProvisionedEnvironment environment, Sandbox sandbox) {
        synchronized (this) {
            keep(environment.number(), sandbox);
            failures.started(environment.version().deployment());
            if (environment.equals(all.get(environment.number()))) settle(environment.number());
        }
        reconcile();
    }

    private void ended(long number, Sandbox sandbox) {
        ProvisionedEnvironment environment;
        synchronized (this) {
            leaveIdle(number);
            busy.remove(sandbox);
            sandboxes.remove(number);
            environment = all.remove(number);
            if (environment.state() == State.STARTING || environment.state() == State.IDLE)
                failures.add(environment.version().deployment(), environment.state() == State.STARTING, clock.nanos())
                        .ifPresent(delay -> clock.after(delay, this::reconcile));
        }
        pool.giveBack(environment.memoryMiB());
        reconcile();
    }

    private void become(long number, State state) {
        all.computeIfPresent(number, (same, environment) -> environment.become(state));
    }

    /** How far it has come to keep so many environments of a version ready. */
    synchronized Provision provision(FunctionVersion version, int requested) {
        Map<State, Integer> states = all.values().stream()
                .filter(environment -> environment.isOf(version) && sandboxes.containsKey(environment.number()))
                .collect(Collectors.groupingBy(ProvisionedEnvironment::state, Collectors.summingInt(one -> 1)));
        return Provision.of(requested, states, reason(version));
    }

    private Optional<String> reason(FunctionVersion version) {
        if (failures.has(version.deployment())) return Optional.of("FUNCTION_ERROR_INIT_FAILURE");
        if (!withoutRoom.contains(version.deployment())) return Optional.empty();
        return Optional.of("An environment needs " + version.settings().memorySizeMiB() + " MiB, of the "
                + rules.budgetMiB() + " MiB that all may have together (--memory) there is not as much left.");
    }

    /** Environments by state, for those who watch. */
    public synchronized Map<String, Long> census() {
        return all.values().stream()
                .collect(Collectors.groupingBy(each -> each.state().name(), Collectors.counting()));
    }

    /** How many calls of provisioned versions found no environment that was ready, and went to the pool. */
    public synchronized long spilledOver() {
        return spilledOver;
    }

    /** Ends every environment, running invocations included; the pool has its memory back when nothing is left. */
    @Override
    public void close() {
        List<Sandbox> running;
        synchronized (this) {
            isClosing = true;
            running = List.copyOf(busy.keySet());
        }
        running.forEach(Sandbox::close);
        reconcile();
    }
}
