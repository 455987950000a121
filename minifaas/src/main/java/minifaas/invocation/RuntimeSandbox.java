package minifaas.invocation;

import static minifaas.invocation.Step.inOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    /** To look at one process costs about 10 µs. */
    private static final Duration INIT_MEASURED_EVERY = Duration.ofMillis(10);

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
    private final SandboxedProgram program = new SandboxedProgram();
    private final Initialisation initialisation;
    private Optional<RuntimeConnection> waiting = Optional.empty();
    private Optional<Turn> turn = Optional.empty();
    private String lastRequestId = "";
    private boolean freezeWanted;

    RuntimeSandbox(Clock clock, LogStream logStream, Watcher watcher, Initialisation initialisation) {
        this.clock = clock;
        this.logStream = logStream;
        this.watcher = watcher;
        this.initialisation = initialisation;
    }

    /** Decides under the lock, acts after it. */
    private <T> T reply(Supplier<Step<T>> decision) {
        try {
            Step<T> step;
            synchronized (this) {
                step = decision.get();
            }
            step.action().run();
            return step.reply();
        } catch (RuntimeException failure) {
            breakDown(failure).run();
            throw failure;
        }
    }

    /** A step failed, so nothing here can be relied on: the environment ends, and nobody is left waiting for it. */
    private synchronized Runnable breakDown(RuntimeException failure) {
        Optional<Turn> broken = turn;
        turn = Optional.empty();
        return inOrder(die(), () -> broken.ifPresent(given -> given.fail(failure)));
    }

    /** A step that nobody waits for. */
    private void act(Supplier<Runnable> decision) {
        reply(() -> new Step<>(Optional.empty(), decision.get()));
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
        return reply(() -> {
            boolean asksTwice = state == State.FREE && waiting.isPresent();
            if (state == State.RUNNING || state == State.GONE || asksTwice)
                return new Step<>(Optional.of(Reply.INVALID_STATE), NOTHING);
            waiting = Optional.of(connection);
            return new Step<>(Optional.empty(), state == State.INITIALISING ? initialised() : readyAgain());
        });
    }

    private Runnable initialised() {
        state = State.FREE;
        String report = initialisation.succeed();
        program.measure();
        Runnable ready = inOrder(() -> logStream.initialised(report), () -> watcher.ready(this));
        return inOrder(ready, turn.isPresent() ? deliver() : NOTHING);
    }

    private Runnable readyAgain() {
        if (turn.isPresent()) return deliver();
        if (freezeWanted) freeze();
        return NOTHING;
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
        return reply(() -> {
            if (!requestId.equals(lastRequestId)) return new Step<>(Reply.INVALID_REQUEST_ID, NOTHING);
            if (state != State.RUNNING) return new Step<>(Reply.INVALID_STATE, NOTHING);
            state = State.FREE;
            return new Step<>(Reply.ACCEPTED, complete(ending.apply(turn.get().invocation())));
        });
    }

    @Override
    public Reply initError(String errorType, byte[] payload) {
        var error = new Outcome.FunctionError(payload, Outcome.Kind.INIT);
        return reply(() -> state == State.INITIALISING
                ? new Step<>(Reply.ACCEPTED, notInitialised(errorType, call -> new Ending(error, "")))
                : new Step<>(Reply.INVALID_STATE, NOTHING));
    }

    @Override
    public synchronized void disconnected(RuntimeConnection connection) {
        waiting = waiting.filter(other -> other != connection);
    }

    /** The program is about to start: initialisation begins. */
    synchronized void launching() {
        initialisation.begin(() -> act(this::initOverran));
    }

    /** The program runs. */
    void launched(Program started) {
        act(() -> {
            program.launched(started);
            if (state == State.GONE) return program.killing();
            measureInitialisation();
            return NOTHING;
        });
    }

    /** It may end by itself at any moment, and nobody can tell afterwards what it used. */
    private synchronized void measureInitialisation() {
        if (state != State.INITIALISING) return;
        program.measure();
        clock.after(INIT_MEASURED_EVERY, this::measureInitialisation);
    }

    /** There is no program and there will be none. */
    void notLaunched(Function<Invocation, Outcome> why, String line) {
        act(() -> {
            initialisation.cannotBegin(invocation -> new Ending(why.apply(invocation), line + "\n"));
            return die();
        });
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
        return !program.isFrozen() && state != State.GONE;
    }

    /** Takes over what it printed and measures its memory. */
    void observe(ProcessTable processes) {
        logStream.drain();
        act(() -> program.sampling(processes));
    }

    @Override
    public synchronized void freeze() {
        freezeWanted = true;
        if (waiting.isPresent() && state != State.GONE) program.freeze();
    }

    @Override
    public synchronized void thaw() {
        freezeWanted = false;
        program.thaw();
    }

    @Override
    public void close() {
        // a running invocation ends when its process does
        act(() -> state == State.RUNNING ? program.killing() : die());
    }

    private Runnable overran(Turn given) {
        if (state == State.GONE || !turn.equals(Optional.of(given))) return NOTHING;
        // a runtime that never asked for its event has no START in the log yet
        Runnable start = state == State.FREE ? () -> logStream.started(given.invocation()) : NOTHING;
        return inOrder(start, fail(Failure.timeout(given.timeout())));
    }

    private Runnable initOverran() {
        return state == State.INITIALISING ? notInitialised(Failure.initTimeout(initialisation.limit())) : NOTHING;
    }

    private Runnable notInitialised(Failure failure) {
        return notInitialised(failure.errorType(), failure::ending);
    }

    private Runnable notInitialised(String errorType, Function<Invocation, Ending> why) {
        program.measure();
        String line = initialisation.fail(errorType, why);
        return inOrder(() -> logStream.print(line), die());
    }

    /** The current invocation fails, and the environment with it. */
    private Runnable fail(Failure failure) {
        program.measure();
        Runnable completion = complete(failure.ending(turn.get().invocation()));
        return inOrder(die(), completion);
    }

    private Runnable die() {
        initialisation.abandon();
        state = State.GONE;
        waiting = Optional.empty();
        Runnable completion = turn.isPresent() ? endWithoutRunning() : NOTHING;
        return inOrder(program.killing(), completion);
    }

    private Runnable endWithoutRunning() {
        Turn given = turn.get();
        if (initialisation.failure().isEmpty()) {
            turn = Optional.empty();
            return given::leave;
        }
        given.begin();
        Runnable completion = complete(initialisation.failure().get().apply(given.invocation()));
        return inOrder(() -> logStream.started(given.invocation()), completion);
    }

    private Runnable complete(Ending ending) {
        Turn done = turn.get();
        turn = Optional.empty();
        // the first invocation may be over before anybody looked
        if (initialisation.isUnreported()) program.measure();
        var report = done.over(ending.outcome(), initialisation.report(), program.peakMemoryBytes());
        return () -> done.end(ending, report, logStream);
    }
}
