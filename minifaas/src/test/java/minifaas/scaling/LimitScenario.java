package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionId;
import minifaas.function.FunctionVersion;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.FunctionInvoker;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.kernel.SimulatedClock;

/**
 * Calls under limits, through the invoker, provisioned environments, the pool and sandboxes that are none, with failures, timeouts, dead
 * environments and callers that go away, all drawn from a seed. At every step exactly those calls count as running that
 * do run, never more than the limits allow, and no function's environments become more faster than its rate.
 */
public final class LimitScenario {
    private static final int STEPS = 400;
    private static final int LIMIT = 7;
    private static final int RESERVED = 3;
    private static final int PROVISIONED = 2;
    private static final int RATE = 2;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(5);
    private static final FunctionVersion WITH_RESERVATION = version("a");
    private static final FunctionVersion WITH_PROVISIONED = version("b");
    private static final FunctionVersion WITH_NOTHING = version("c");
    private static final List<FunctionVersion> FUNCTIONS = List.of(WITH_RESERVATION, WITH_PROVISIONED, WITH_NOTHING);

    private final Random random;
    private final SimulatedClock clock = new SimulatedClock();
    private final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();
    private final Set<FakeSandbox> ready = new HashSet<>();
    private final Set<FakeSandbox> gone = new HashSet<>();
    private final Map<FunctionId, List<Long>> starts = new HashMap<>();
    private final WarmPool pool;
    private final ProvisionedEnvironments ahead;
    private final FunctionInvoker environments;
    private final RunningCalls permits = new RunningCalls(new ConcurrencyQuotas(
            LIMIT, Map.of(WITH_RESERVATION.function(), RESERVED), Map.of(WITH_PROVISIONED.function(), PROVISIONED)));
    private final LimitedInvoker invoker = new LimitedInvoker(this::runWithin, new LimitedInvoker.Limits() {
        @Override
        public Optional<Outcome.Throttled> admit(FunctionId function) {
            return permits.admit(function);
        }

        @Override
        public void ended(FunctionId function) {
            permits.ended(function);
        }
    });

    /** What the limits let through and has not ended, as seen from within. */
    private final Map<FunctionId, Integer> running = new HashMap<>();

    private final List<CompletableFuture<Invoker.Result>> answers = new ArrayList<>();

    private LimitScenario(long seed) {
        random = new Random(seed);
        var rules = new PoolRules(
                128 * (6 + PROVISIONED),
                Duration.ofMillis(10),
                KeepAlivePolicy.always(KEEP_ALIVE),
                new ScalingRate(RATE, clock),
                v -> true);
        pool = new WarmPool(
                (version, watcher) -> {
                    starts.computeIfAbsent(version.function(), first -> new ArrayList<>())
                            .add(clock.nanos());
                    return sandboxes.start(version, watcher);
                },
                rules,
                clock);
        ahead = new ProvisionedEnvironments(pool, sandboxes, rules, clock, () -> Map.of(WITH_PROVISIONED, PROVISIONED));
        ahead.reconcile();
        environments = new FunctionInvoker(ahead);
    }

    /** Plays one scenario; throws an AssertionError that names the broken rule. */
    public static void play(long seed) {
        new LimitScenario(seed).play();
    }

    private void play() {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> begin();
                case 4, 5 -> pick(sandboxes.started(), FakeSandbox::isRunning).ifPresent(this::endRun);
                case 6 ->
                    pick(sandboxes.started(), each -> !ready.contains(each)).ifPresent(this::getReady);
                case 7 -> clock.advance(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 20_000 : 4_000)));
                case 8 ->
                    pick(sandboxes.started(), each -> !gone.contains(each)).ifPresent(this::endEnvironment);
                default -> pick(answers, answer -> !answer.isDone()).ifPresent(answer -> answer.cancel(true));
            }
            check();
        }
        finishAll();
    }

    private <T> Optional<T> pick(List<T> all, Predicate<T> condition) {
        List<T> candidates = all.stream().filter(condition).toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(random.nextInt(candidates.size())));
    }

    private void begin() {
        FunctionVersion version = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        boolean isFull = isFull(version);
        long before = permits.throttled();
        try {
            answers.add(invoker.invoke(call(version, "id", "{}")));
        } catch (IllegalStateException onPurpose) {
            require(onPurpose.getMessage().equals("on purpose"), onPurpose.toString());
        }
        require(permits.throttled() - before == (isFull ? 1 : 0), "throttled below the limit, or not at it");
    }

    /** Between the limits and the environments: counts, and fails now and then. */
    private CompletableFuture<Invoker.Result> runWithin(Invocation invocation) {
        FunctionId function = invocation.version().function();
        require(!isFull(invocation.version()), "more running than allowed");
        int dice = random.nextInt(30);
        if (dice == 0) throw new IllegalStateException("on purpose");
        if (dice == 1) return CompletableFuture.failedFuture(new IllegalStateException("on purpose"));
        running.merge(function, 1, Integer::sum);
        return environments
                .invoke(invocation)
                .whenComplete((result, failure) -> running.merge(function, -1, Integer::sum));
    }

    private boolean isFull(FunctionVersion version) {
        if (version == WITH_RESERVATION) return runningOf(version) == RESERVED;
        int ofProvisioned = runningOf(WITH_PROVISIONED);
        if (version == WITH_PROVISIONED && ofProvisioned < PROVISIONED) return false;
        return Math.max(ofProvisioned, PROVISIONED) + runningOf(WITH_NOTHING) >= LIMIT - RESERVED;
    }

    private int runningOf(FunctionVersion version) {
        return running.getOrDefault(version.function(), 0);
    }

    private void getReady(FakeSandbox sandbox) {
        ready.add(sandbox);
        sandbox.isReady();
    }

    /** With an answer, or with any of the errors, after which the pool may close the environment. */
    private void endRun(FakeSandbox sandbox) {
        Outcome.Kind kind = Outcome.Kind.values()[random.nextInt(4)];
        sandbox.ends(
                random.nextBoolean()
                        ? new Outcome.Succeeded(new byte[0])
                        : new Outcome.FunctionError(new byte[0], kind));
    }

    /** Its processes end: because it was closed, or by themselves, now and then before anybody notices. */
    private void endEnvironment(FakeSandbox sandbox) {
        boolean isClosed = sandbox.events().contains("close");
        if (!isClosed && random.nextInt(4) > 0) return;
        if (!isClosed && ready.contains(sandbox) && !sandbox.isRunning() && random.nextBoolean()) {
            sandbox.isGoneUnnoticed();
            return;
        }
        gone.add(sandbox);
        ready.add(sandbox);
        boolean wasRunning = sandbox.isRunning();
        if (wasRunning) sandbox.ends(new Outcome.FunctionError(new byte[0], Outcome.Kind.EXIT));
        sandbox.isGone();
    }

    private void check() {
        for (FunctionVersion version : FUNCTIONS) {
            FunctionId function = version.function();
            int isRunning = running.getOrDefault(function, 0);
            require(
                    permits.runningOf(function) == isRunning,
                    "of " + function.name() + " run " + isRunning + ", and counted are " + permits.runningOf(function));
            requireRate(starts.getOrDefault(function, List.of()));
        }
    }

    private void requireRate(List<Long> times) {
        if (times.isEmpty()) return;
        long last = times.get(times.size() - 1);
        for (int i = 0; i < times.size(); i++) {
            long came = (last - times.get(i)) / (Duration.ofSeconds(10).toNanos() / RATE);
            require(times.size() - i <= RATE + came, "environments start faster than they may");
        }
    }

    /** Every call gets an answer, every permit comes back, and when nobody calls any more nothing is left. */
    private void finishAll() {
        for (int round = 0; round < 10_000 && permits.running() > 0; round++) {
            pick(sandboxes.started(), each -> !ready.contains(each)).ifPresent(this::getReady);
            pick(sandboxes.started(), FakeSandbox::isRunning).ifPresent(this::endRun);
            pick(sandboxes.started(), each -> !gone.contains(each)).ifPresent(this::endEnvironment);
            clock.advance(Duration.ofMillis(10));
            check();
        }
        require(permits.running() == 0, permits.running() + " permits never came back");
        require(answers.stream().allMatch(CompletableFuture::isDone), "a call without an answer");
        ahead.close();
        for (FakeSandbox sandbox : sandboxes.started()) if (ready.add(sandbox)) sandbox.isReady();
        clock.advance(KEEP_ALIVE);
        for (FakeSandbox sandbox : sandboxes.started()) if (gone.add(sandbox)) sandbox.isGone();
        require(pool.census().isEmpty(), "pool still counts " + pool.census());
        require(ahead.census().isEmpty(), "provisioned are still " + ahead.census());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) throw new AssertionError(rule);
    }
}
