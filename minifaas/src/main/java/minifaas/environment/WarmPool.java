package minifaas.environment;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.environment.PoolRules.Step;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionId;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments;
import minifaas.invocation.Sandbox;
import minifaas.kernel.Clock;

/**
 * Environments that are kept after a call, so that the next one skips the cold start.
 *
 * <p>Acquire one, run one invocation in it, release it; nobody else has it in between. An environment is only ever
 * used for exactly the code and configuration that it was made from, and never again after its function timed out,
 * crashed or was changed. Between calls it is frozen. All environments together stay within a memory budget; calls
 * that find no room wait in the order in which they came, and later ones behind them, so that no function starves another.
 */
public final class WarmPool implements Environments {
    /** Calls that find no room are refused after this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Of one version at once: more would only make each other slow, since starting is work for the processor. */
    private static final int STARTS_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final Sandbox.Starter starter;
    private final PoolRules rules;
    private final Clock clock;

    // all guarded by this
    private final Inventory inventory;
    private final Map<Long, Sandbox> sandboxes = new HashMap<>();
    private final Map<Sandbox, Long> busy = new HashMap<>();
    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Effects effects = new Effects();
    private final Tending tending;
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private boolean isClosing;
    private Runnable whenRoom = () -> {};

    public WarmPool(Sandbox.Starter starter, PoolRules rules, Clock clock) {
        this.starter = starter;
        // a version that was replaced is still wanted by calls that came before that
        this.rules = rules.orCurrent(this::isAwaited);
        this.clock = clock;
        this.inventory = new Inventory(rules.budgetMiB());
        this.tending = new Tending(clock, () -> act(this::tend));
    }

    /**
     * Changes the state under the lock, then does what follows from it without the lock.
     *
     * <p>When that fails, nobody is left waiting for a decision that nobody can make.
     *
     * @throws RuntimeException what the change threw, or else what the first effect that failed threw
     */
    private void act(Runnable change) {
        Runnable todo;
        synchronized (this) {
            Optional<RuntimeException> failure = Effects.failureOf(change);
            failure.or(() -> Effects.failureOf(this::serveWaiting)).ifPresent(this::failWaiting);
            failure.ifPresent(effects::addFailure);
            todo = effects.take();
        }
        todo.run();
    }

    private void failWaiting(RuntimeException failure) {
        waiting.forEach(call -> effects.add(() -> call.answer().completeExceptionally(failure)));
        waiting.clear();
    }

    @Override
    public CompletableFuture<Acquired> acquire(FunctionVersion version) {
        var call = new Call(version, new CompletableFuture<>());
        act(() -> {
            if (isClosing) effects.add(() -> call.refuse("minifaas is stopping"));
            else if (call.memoryMiB() > rules.budgetMiB()) effects.add(() -> call.refuseAsTooLarge(rules.budgetMiB()));
            else waiting.add(call);
        });
        if (!call.answer().isDone()) waitALittle(call);
        return call.answer();
    }

    private void waitALittle(Call call) {
        Clock.Timer patience = clock.after(PATIENCE, () -> act(() -> giveUp(call)));
        call.answer().whenComplete((answer, failure) -> patience.cancel());
    }

    /** First come, first served: a call gets a warm environment, or one that is starting, or starts one. */
    private void serveWaiting() {
        if (waiting.isEmpty()) return;
        Map<String, Integer> starting = inventory.startingByDeployment();
        var promised = new HashMap<>(starting);
        for (var calls = waiting.iterator(); calls.hasNext(); ) {
            Call call = calls.next();
            Optional<PooledEnvironment> warm = inventory.takeWarm(call.version());
            String deployment = call.version().deployment();
            if (warm.isPresent()) {
                calls.remove();
                grant(call, warm.get());
                stopUnwanted(call.version().function());
            } else if (promised.merge(deployment, -1, Integer::sum) < 0
                    && starting.getOrDefault(deployment, 0) < STARTS_AT_ONCE) {
                if (!rules.starts().mayStart(call.version())) {
                    calls.remove();
                    throttle(call);
                    continue;
                }
                inventory.toMakeRoomFor(call.memoryMiB()).forEach(idle -> stop(idle.number()));
                if (!inventory.hasRoomFor(call.memoryMiB())) return;
                rules.starts().started(call.version());
                start(call.version());
                starting.merge(deployment, 1, Integer::sum);
            }
        }
    }

    private void grant(Call call, PooledEnvironment environment) {
        Sandbox sandbox = sandboxes.get(environment.number());
        busy.put(sandbox, environment.number());
        sandbox.thaw();
        effects.add(() -> call.answer().complete(new Granted(sandbox)));
    }

    private void giveUp(Call call) {
        if (!waiting.contains(call)) return;
        if (inventory.startingByDeployment().containsKey(call.version().deployment())) {
            waitALittle(call); // there is room, only the start takes long
            return;
        }
        waiting.remove(call);
        throttle(call);
    }

    private void throttle(Call call) {
        effects.add(() -> call.refuse("Rate Exceeded."));
        stopUnwanted(call.version().function());
    }

    private void start(FunctionVersion version) {
        long number = inventory.add(version).number();
        effects.add(() -> starter.start(version, new Sandbox.Watcher() {
            @Override
            public void ready(Sandbox sandbox) {
                act(() -> started(number, version, sandbox));
            }

            @Override
            public void gone(Sandbox sandbox) {
                act(() -> ended(number, sandbox));
            }
        }));
    }

    private void started(long number, FunctionVersion version, Sandbox sandbox) {
        sandboxes.put(number, sandbox);
        if (rules.isCurrent().test(version)) settle(number);
        else stop(number);
    }

    @Override
    public void release(Sandbox sandbox, Sandbox.Run run) {
        act(() -> Optional.ofNullable(busy.remove(sandbox))
                .flatMap(inventory::find)
                .ifPresent(environment -> settleAfter(run, environment)));
    }

    private void settleAfter(Sandbox.Run run, PooledEnvironment environment) {
        boolean canServeAgain = false;
        try {
            canServeAgain = rules.canServeAgain(environment.version(), run);
        } finally {
            if (canServeAgain) settle(environment.number());
            else stop(environment.number());
        }
    }

    /** Whether a call waits for exactly this version. */
    private boolean isAwaited(FunctionVersion version) {
        return waiting.stream().anyMatch(call -> call.version().deployment().equals(version.deployment()));
    }

    /** An environment that has nothing to do becomes idle. */
    private void settle(long number) {
        if (isClosing) stop(number);
        else tend(inventory.putBack(number, clock.nanos()));
        effects.add(whenRoom);
    }

    /** Freezes and reaps what is due. */
    private void tend() {
        inventory.idle().forEach(this::tend);
    }

    private void tend(PooledEnvironment environment) {
        try {
            Step due = rules.due(environment, clock.nanos());
            if (due == Step.STOP) stop(environment.number());
            else tending.notLaterThan(rules.nextStepNanos(due == Step.FREEZE ? freeze(environment) : environment));
        } catch (RuntimeException failure) {
            stop(environment.number()); // nobody can say when its time is over
            throw failure;
        }
    }

    private PooledEnvironment freeze(PooledEnvironment environment) {
        sandboxes.get(environment.number()).freeze();
        return inventory.freeze(environment.number());
    }

    /** Lets go of idle environments of a function whose code or configuration was replaced, or which is deleted. */
    public void retire(FunctionId function) {
        act(() -> stopUnwanted(function));
    }

    private void stopUnwanted(FunctionId function) {
        for (PooledEnvironment environment : inventory.idle()) {
            FunctionVersion version = environment.version();
            if (version.function().equals(function) && !rules.isCurrent().test(version)) stop(environment.number());
        }
    }

    private void stop(long number) {
        inventory.stop(number);
        effects.add(sandboxes.get(number)::close);
    }

    private void ended(long number, Sandbox sandbox) {
        PooledEnvironment environment = inventory.find(number).orElseThrow();
        inventory.remove(number);
        sandboxes.remove(number);
        busy.remove(sandbox);
        if (environment.state() == State.STARTING) explain(environment, sandbox);
        memoryIsFree();
    }

    /** Initialisation failed: the call that waited longest for it gets the reason, from the sandbox itself. */
    private void explain(PooledEnvironment environment, Sandbox sandbox) {
        Optional<Call> longest = waiting.stream()
                .filter(call -> environment.isOf(call.version()))
                .findFirst();
        longest.ifPresent(call -> {
            waiting.remove(call);
            stopUnwanted(call.version().function());
            effects.add(() -> call.answer().complete(new Granted(sandbox)));
        });
    }

    /** Environments by state, for those who watch. */
    public synchronized Map<String, Long> census() {
        return inventory.census();
    }

    /** Lends memory that no waiting call takes; idle ones make room for it. Answers whether there was enough. */
    public boolean lend(int memoryMiB) {
        act(() -> inventory.toMakeRoomFor(memoryMiB).forEach(idle -> stop(idle.number())));
        synchronized (this) {
            return !isClosing && inventory.lend(memoryMiB);
        }
    }

    /** Takes back what was lent. */
    public void giveBack(int memoryMiB) {
        act(() -> {
            inventory.takeBack(memoryMiB);
            memoryIsFree();
        });
    }

    /** Has a listener called when there may be room that was not there before. */
    public synchronized void whenRoom(Runnable listener) {
        whenRoom = listener;
    }

    private void memoryIsFree() {
        effects.add(whenRoom);
        if (isClosing && inventory.isEmpty()) effects.add(() -> empty.complete(null));
    }

    /** Ends every environment, running invocations included; completes when nothing is left of them or lent. */
    public CompletableFuture<Void> stopAll() {
        act(() -> {
            isClosing = true;
            waiting.forEach(call -> effects.add(() -> call.refuse("minifaas is stopping")));
            waiting.clear();
            inventory.idle().forEach(idle -> stop(idle.number()));
            busy.keySet().forEach(sandbox -> effects.add(sandbox::close));
            if (inventory.isEmpty()) empty.complete(null);
        });
        return empty;
    }
}
