package minifaas.invocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import minifaas.invocation.RuntimeApi.Reply;
import minifaas.kernel.Clock;

/**
 * A sandbox whose runtime speaks the Runtime API: joins a {@link Program} with its {@link RuntimeApi}.
 *
 * <p>It is a state machine. The runtime, the clock, the program's end and the pool drive it, each from a thread of its
 * own; a step decides under the lock, and acts (writes, completes futures) after it, so that no other object's lock is
 * taken within this one's.
 */
final class RuntimeSandbox implements Sandbox, RuntimeApi.Calls {
    private static final Runnable NOTHING = () -> {};
    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

    private enum State {
        INITIALISING,
        /** The runtime waits for an event, or is about to ask for one. */
        FREE,
        /** The runtime has an event. */
        RUNNING,
        GONE
    }

    /** An outcome, and what the platform says of it in the log, if anything. */
    record Ending(Outcome outcome, String line) {}

    private final Clock clock;
    private final LogStream logStream;
    private final Watcher watcher;

    // all guarded by this
    private State state = State.INITIALISING;
    private Optional<Program> program = Optional.empty();
    private long launchedNanos;
    private Clock.Timer initDeadline = () -> {};
    private Optional<RuntimeConnection> waiting = Optional.empty();
    private Optional<Turn> turn = Optional.empty();
    private Optional<Duration> init = Optional.empty();
    private Optional<Function<Invocation, Ending>> whyNotInitialised = Optional.empty();
    private String lastRequestId = "";
    private boolean freezeWanted;
    private boolean frozen;

    RuntimeSandbox(Clock clock, LogStream logStream, Watcher watcher) {
        this.clock = clock;
        this.logStream = logStream;
        this.watcher = watcher;
    }

    /** Decides under the lock, acts after it. */
    private void act(Supplier<Runnable> step) {
        Runnable action;
        synchronized (this) {
            action = step.get();
        }
        action.run();
    }

    @Override
    public CompletableFuture<Run> run(Invocation invocation) {
        var given = new Turn(invocation, clock);
        act(() -> {
            turn = Optional.of(given);
            if (state == State.GONE) return endWithoutRunning();
            if (waiting.isPresent()) return deliver();
            if (state == State.FREE) given.limit(() -> act(() -> overran(given)));
            return NOTHING;
        });
        return given.run();
    }

    /** Hands the event to the runtime, which waits for it. */
    private Runnable deliver() {
        Turn given = turn.get();
        RuntimeConnection connection = waiting.get();
        waiting = Optional.empty();
        state = State.RUNNING;
        lastRequestId = given.invocation().requestId();
        Instant end = given.limit(() -> act(() -> overran(given)));
        return () -> {
            logStream.started(given.invocation());
            connection.deliver(given.invocation(), end);
        };
    }

    @Override
    public Optional<Reply> next(RuntimeConnection connection) {
        var refusal = new AtomicReference<Reply>();
        act(() -> {
            boolean asksTwice = state == State.FREE && waiting.isPresent();
            if (state == State.RUNNING || state == State.GONE || asksTwice) {
                refusal.set(Reply.INVALID_STATE);
                return NOTHING;
            }
            waiting = Optional.of(connection);
            if (state == State.INITIALISING) return initialised();
            if (turn.isPresent()) return deliver();
            if (freezeWanted) freeze();
            return NOTHING;
        });
        return Optional.ofNullable(refusal.get());
    }

    private Runnable initialised() {
        state = State.FREE;
        initDeadline.cancel();
        init = Optional.of(clock.since(launchedNanos));
        return inOrder(() -> watcher.ready(this), turn.isPresent() ? deliver() : NOTHING);
    }

    @Override
    public Reply response(String requestId, byte[] payload) {
        return answered(requestId, invocation -> new Ending(new Outcome.Succeeded(payload), ""));
    }

    @Override
    public Reply error(String requestId, byte[] payload) {
        var error = new Outcome.FunctionError(payload, Outcome.Kind.REPORTED);
        return answered(requestId, invocation -> new Ending(error, ""));
    }

    @Override
    public Reply responseTooLarge(String requestId) {
        Reply reply = answered(requestId, Failure.responseTooLarge()::ending);
        return reply == Reply.ACCEPTED ? Reply.TOO_LARGE : reply;
    }

    private Reply answered(String requestId, Function<Invocation, Ending> ending) {
        var reply = new AtomicReference<>(Reply.ACCEPTED);
        act(() -> {
            if (!requestId.equals(lastRequestId)) reply.set(Reply.INVALID_REQUEST_ID);
            else if (state != State.RUNNING) reply.set(Reply.INVALID_STATE);
            if (reply.get() != Reply.ACCEPTED) return NOTHING;
            state = State.FREE;
            return complete(ending.apply(turn.get().invocation()));
        });
        return reply.get();
    }

    @Override
    public Reply initError(byte[] payload) {
        var reply = new AtomicReference<>(Reply.INVALID_STATE);
        act(() -> {
            if (state != State.INITIALISING) return NOTHING;
            reply.set(Reply.ACCEPTED);
            return notInitialised(invocation -> new Ending(new Outcome.FunctionError(payload, Outcome.Kind.INIT), ""));
        });
        return reply.get();
    }

    @Override
    public synchronized void disconnected(RuntimeConnection connection) {
        waiting = waiting.filter(other -> other != connection);
    }

    /** The program is about to start: initialisation begins. */
    synchronized void launching() {
        launchedNanos = clock.nanos();
        initDeadline = clock.after(INIT_LIMIT, () -> act(this::initOverran));
    }

    /** The program runs. */
    void launched(Program started) {
        act(() -> {
            program = Optional.of(started);
            return state == State.GONE ? kill() : NOTHING;
        });
    }

    /** There is no program and there will be none. */
    void notLaunched(Function<Invocation, Outcome> why, String line) {
        act(() -> notInitialised(invocation -> new Ending(why.apply(invocation), line + "\n")));
    }

    /** The program's main process is no more. */
    void ended(Program.Exit exit) {
        act(() -> switch (state) {
            case INITIALISING -> notInitialised(Failure.exit(Outcome.Kind.INIT, exit));
            case RUNNING -> fail(Failure.exit(Outcome.Kind.EXIT, exit));
            case FREE, GONE -> die();
        });
    }

    /** Whether something may be happening in it. */
    synchronized boolean isWorking() {
        return !frozen && state != State.GONE;
    }

    /** Takes over what it printed and measures its memory. */
    void observe(ProcessTable processes) {
        logStream.drain();
        act(() -> program.<Runnable>map(started -> () -> started.sample(processes))
                .orElse(NOTHING));
    }

    @Override
    public synchronized void freeze() {
        freezeWanted = true;
        if (waiting.isEmpty() || frozen || state == State.GONE) return;
        program.ifPresent(Program::freeze);
        frozen = true;
    }

    @Override
    public synchronized void thaw() {
        freezeWanted = false;
        if (!frozen) return;
        program.ifPresent(Program::thaw);
        frozen = false;
    }

    @Override
    public void close() {
        // a running invocation ends when its process does
        act(() -> state == State.RUNNING ? kill() : die());
    }

    private Runnable overran(Turn given) {
        if (state == State.GONE || !turn.equals(Optional.of(given))) return NOTHING;
        // a runtime that never asked for its event has no START in the log yet
        Runnable start = state == State.FREE ? () -> logStream.started(given.invocation()) : NOTHING;
        return inOrder(start, fail(Failure.timeout(given.timeout())));
    }

    private Runnable initOverran() {
        return state == State.INITIALISING ? notInitialised(Failure.initTimeout(INIT_LIMIT)) : NOTHING;
    }

    private Runnable notInitialised(Failure failure) {
        return notInitialised(failure::ending);
    }

    private Runnable notInitialised(Function<Invocation, Ending> why) {
        whyNotInitialised = Optional.of(why);
        return die();
    }

    /** The current invocation fails, and the environment with it. */
    private Runnable fail(Failure failure) {
        Runnable completion = complete(failure.ending(turn.get().invocation()));
        return inOrder(die(), completion);
    }

    private Runnable die() {
        initDeadline.cancel();
        state = State.GONE;
        waiting = Optional.empty();
        Runnable completion = turn.isPresent() ? endWithoutRunning() : NOTHING;
        return inOrder(kill(), completion);
    }

    private static Runnable inOrder(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
        };
    }

    private Runnable kill() {
        return program.<Runnable>map(running -> running::kill).orElse(NOTHING);
    }

    private Runnable endWithoutRunning() {
        Turn given = turn.get();
        if (whyNotInitialised.isEmpty()) {
            turn = Optional.empty();
            return given::leave;
        }
        given.begin();
        Runnable completion = complete(whyNotInitialised.get().apply(given.invocation()));
        return inOrder(() -> logStream.started(given.invocation()), completion);
    }

    private Runnable complete(Ending ending) {
        Turn done = turn.get();
        turn = Optional.empty();
        // the first invocation may be over before anybody looked
        if (init.isPresent()) program.ifPresent(started -> started.sample(ProcessTable.EMPTY));
        var report = done.over(
                ending.outcome(), init, program.map(Program::peakMemoryBytes).orElse(0L));
        init = Optional.empty();
        return () -> {
            logStream.print(ending.line());
            logStream.ended(report);
            done.run().complete(new Run(Optional.of(ending.outcome()), logStream.tail()));
        };
    }
}
