package minifaas.environment;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments.Acquired;
import minifaas.invocation.Environments.Granted;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import minifaas.kernel.SimulatedClock;

/**
 * A pool among calls, updates, crashes and the passing of time, all drawn from a seed, with its invariants checked at
 * every step: never two invocations in one environment, never a stale version, never over the bound, nothing leaked.
 */
public final class PoolScenario {
    private static final int STEPS = 400;
    private static final int BUDGET_MIB = 640;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(5);
    private static final List<String> FUNCTIONS = List.of("a", "b", "c");

    private final Random random;
    private final SimulatedClock clock = new SimulatedClock();
    private final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();
    private final Set<FakeSandbox> gone = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private final int[] deployments = new int[FUNCTIONS.size()];
    private final List<Call> calls = new ArrayList<>();
    private final WarmPool pool;

    private record Call(FunctionVersion version, CompletableFuture<Acquired> answer) {
        boolean isRunning() {
            return answer.isDone() && answer.join() instanceof Granted;
        }

        Sandbox sandbox() {
            return ((Granted) answer.join()).sandbox();
        }
    }

    private PoolScenario(long seed) {
        random = new Random(seed);
        Duration freezeAfter = random.nextBoolean() ? Duration.ZERO : Duration.ofMillis(10);
        var rules = new PoolRules(
                BUDGET_MIB,
                freezeAfter,
                KeepAlivePolicy.always(KEEP_ALIVE),
                version -> !replaced.contains(version.deployment()));
        pool = new WarmPool(sandboxes, rules, clock);
    }

    /** Plays one scenario; throws an AssertionError that names the broken rule. */
    public static void play(long seed) {
        new PoolScenario(seed).play();
    }

    private void play() {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> begin();
                case 3, 4 -> finishOne();
                case 5, 6 -> getReadyOne();
                case 7 -> clock.advance(Duration.ofMillis(random.nextInt(20_000)));
                case 8 -> endOne();
                default -> update();
            }
            runGranted();
            check();
        }
        finishAll();
    }

    private void begin() {
        int function = random.nextInt(FUNCTIONS.size());
        FunctionVersion version = current(function);
        calls.add(new Call(version, pool.acquire(version)));
    }

    private FunctionVersion current(int function) {
        String name = FUNCTIONS.get(function);
        return version(name, name + deployments[function], 128 * (1 + function));
    }

    private final Set<Call> running = new HashSet<>();

    /** Whoever was granted an environment begins its run, in which the fake sandbox checks that it may. */
    private void runGranted() {
        for (Call call : calls) {
            if (!call.isRunning() || !running.add(call)) continue;
            var sandbox = (FakeSandbox) call.sandbox();
            require(sandbox.version().deployment().equals(call.version().deployment()), "stale version");
            sandbox.run(call(call.version(), "id", "{}"));
        }
    }

    private void finishOne() {
        List<Call> candidates = List.copyOf(running);
        if (candidates.isEmpty()) return;
        finish(candidates.get(random.nextInt(candidates.size())));
    }

    private void finish(Call call) {
        running.remove(call);
        calls.remove(call);
        Outcome.Kind kind = Outcome.Kind.values()[random.nextInt(4)];
        Outcome outcome = random.nextInt(4) > 0
                ? new Outcome.Succeeded(new byte[0])
                : new Outcome.FunctionError(new byte[0], kind);
        var sandbox = (FakeSandbox) call.sandbox();
        if (!gone.contains(sandbox)) sandbox.ends(outcome);
        pool.release(sandbox, new Sandbox.Run(Optional.of(outcome), new byte[0]));
        boolean mustEnd = outcome instanceof Outcome.FunctionError error && error.kind() != Outcome.Kind.REPORTED;
        require(!mustEnd || gone.contains(sandbox) || isClosed(sandbox), "dirty environment kept");
    }

    private void getReadyOne() {
        for (FakeSandbox sandbox : sandboxes.started()) {
            if (gone.contains(sandbox) || !ready.add(sandbox)) continue;
            sandbox.isReady();
            return;
        }
    }

    private final Set<FakeSandbox> ready = new HashSet<>();

    /** A closed environment's processes end, or, now and then, those of one that nobody closed. */
    private void endOne() {
        for (FakeSandbox sandbox : sandboxes.started()) {
            if (gone.contains(sandbox)) continue;
            if (!isClosed(sandbox) && random.nextInt(8) > 0) continue;
            end(sandbox);
            return;
        }
    }

    private void end(FakeSandbox sandbox) {
        gone.add(sandbox);
        ready.add(sandbox);
        sandbox.isGone();
    }

    private void update() {
        int function = random.nextInt(FUNCTIONS.size());
        replaced.add(current(function).deployment());
        deployments[function]++;
        pool.retire(current(function).function());
    }

    private static boolean isClosed(FakeSandbox sandbox) {
        return sandbox.events().contains("close");
    }

    private void check() {
        int used = sandboxes.started().stream()
                .filter(sandbox -> !gone.contains(sandbox))
                .mapToInt(sandbox -> sandbox.version().settings().memorySizeMiB())
                .sum();
        require(used <= BUDGET_MIB, "over the memory bound: " + used + " MiB");
        for (FakeSandbox sandbox : sandboxes.started()) {
            boolean isUsed = running.stream().anyMatch(call -> call.sandbox() == sandbox);
            String deployment = sandbox.version().deployment();
            boolean isAwaited = calls.stream()
                    .anyMatch(call -> !call.answer().isDone()
                            && call.version().deployment().equals(deployment));
            boolean isStale = replaced.contains(deployment) && !isAwaited;
            if (isStale && ready.contains(sandbox) && !isUsed && !gone.contains(sandbox))
                require(isClosed(sandbox), "stale environment kept");
        }
    }

    /** Every call gets an answer, and when nobody calls any more nothing is left. */
    private void finishAll() {
        for (int round = 0; round < 10_000 && !calls.isEmpty(); round++) {
            getReadyOne();
            for (FakeSandbox sandbox : sandboxes.started()) {
                if (isClosed(sandbox) && !gone.contains(sandbox)) end(sandbox);
            }
            finishOne();
            clock.advance(Duration.ofMillis(10));
            runGranted();
            calls.removeIf(call -> call.answer().isDone() && !call.isRunning());
            check();
        }
        require(calls.isEmpty(), calls.size() + " calls without an answer");
        for (FakeSandbox sandbox : sandboxes.started()) getReadyOne();
        clock.advance(KEEP_ALIVE);
        for (FakeSandbox sandbox : sandboxes.started()) {
            require(gone.contains(sandbox) || isClosed(sandbox), "environment leaked");
            if (!gone.contains(sandbox)) end(sandbox);
        }
        require(pool.census().isEmpty(), "pool still counts " + pool.census());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) throw new AssertionError(rule);
    }
}
