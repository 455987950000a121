package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedFuture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import minifaas.async.InvocationRecord.Response;
import minifaas.async.NextStep.Finish;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.RegistryException;
import minifaas.function.Resolution;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.invocation.Versions;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A queue with its deliveries on one thread and a clock that stands still; what functions answer is up to the test. It
 * can be closed and opened again.
 */
abstract class WithQueue {
    static final Outcome SUCCESS = new Outcome.Succeeded("{}".getBytes(UTF_8));
    static final Outcome ERROR = new Outcome.FunctionError("{}".getBytes(UTF_8), Outcome.Kind.REPORTED);
    static final Outcome THROTTLED = new Outcome.Throttled("reason", "Rate Exceeded.");

    /** Functions by name. */
    interface Functions {
        CompletableFuture<Invoker.Result> run(String function, Invocation invocation);
    }

    @TempDir
    Path folder;

    /** Time goes on when a process dies, and its timers do not. */
    private static final class ProcessClock implements Clock {
        private final Clock time;
        private boolean isDead;

        ProcessClock(Clock time) {
            this.time = time;
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            return time.after(delay, () -> {
                if (!isDead) action.run();
            });
        }
    }

    final SimulatedClock clock = new SimulatedClock();
    final List<String> invoked = new ArrayList<>();
    final List<Finish> finished = new ArrayList<>();
    final Set<String> gone = new HashSet<>();
    final Set<String> stopped = new HashSet<>();
    Functions functions = (function, invocation) -> answer(SUCCESS);
    FinishedEvents destination = (finish, response, config) -> completedFuture(null);
    EventInvokeConfig config = EventInvokeConfig.DEFAULT;

    /** Calls of functions that {@link #hang}, in their order. */
    final List<CompletableFuture<Invoker.Result>> running = new ArrayList<>();

    private ProcessClock processClock;
    HeldExecutor thread;
    Database database;
    EventQueue queue;
    CallerWatch callers;
    EventDeliveries deliveries;

    @BeforeEach
    void open() throws IOException {
        processClock = new ProcessClock(clock);
        thread = new HeldExecutor();
        database = Database.open(folder.resolve("events.db"));
        queue = new EventQueue(new EventTable(database), thread, thread);
        callers = new CallerWatch(invocation -> answer(SUCCESS), clock);
        var delivery = new EventDelivery(
                queue,
                this::run,
                this::resolve,
                reference -> config,
                function -> stopped.contains(function.name()),
                function -> RecursiveLoop.TERMINATE,
                this::finish,
                processClock);
        deliveries = new EventDeliveries(queue, delivery, callers, processClock);
        deliveries.start();
    }

    /** As if the process had died: nothing that still runs is heard of again. */
    @AfterEach
    void close() {
        processClock.isDead = true;
        thread.shutdown();
        database.close();
    }

    void reopen() throws IOException {
        close();
        open();
    }

    private CompletableFuture<Invoker.Result> run(Invocation invocation) {
        invoked.add(invocation.requestId());
        return functions.run(invocation.version().function().name(), invocation);
    }

    private Resolution resolve(FunctionReference reference) {
        String qualifier = reference.qualifier().orElse("$LATEST");
        if (gone.contains(reference.function().name()) || gone.contains(qualifier))
            throw new RegistryException(RegistryException.Kind.RESOURCE_NOT_FOUND, "Function not found");
        return new Resolution(Versions.version(reference.function().name()), reference.arn());
    }

    private CompletableFuture<Void> finish(Finish finish, Optional<Response> response, EventInvokeConfig ofEvent) {
        finished.add(finish);
        return destination.finished(finish, response, ofEvent);
    }

    static CompletableFuture<Invoker.Result> answer(Outcome outcome) {
        return completedFuture(new Invoker.Result(outcome, new byte[0]));
    }

    /** A function whose calls last until the test ends them. */
    CompletableFuture<Invoker.Result> hang(String function, Invocation invocation) {
        var result = new CompletableFuture<Invoker.Result>();
        running.add(result);
        return result;
    }

    void end(int call, Outcome outcome) {
        running.get(call).complete(new Invoker.Result(outcome, new byte[0]));
    }

    /** Of each finished event its id, why it is finished, and how often its function ran. */
    List<String> conditions() {
        return finished.stream()
                .map(finish -> finish.event().id() + " " + finish.condition().text() + " "
                        + finish.event().invocations())
                .toList();
    }

    static FunctionId function(String name) {
        return new FunctionId("000000000000", "us-east-1", name);
    }

    QueuedEvent event(String function, String id) {
        return event(function, Optional.empty(), id);
    }

    QueuedEvent event(String function, Optional<String> qualifier, String id) {
        return new QueuedEvent(
                id,
                new FunctionReference(function(function), qualifier),
                ("\"" + id + "\"").getBytes(UTF_8),
                Optional.empty(),
                "Root=1-00000000-000000000000000000000000",
                clock.now(),
                0,
                0,
                clock.now());
    }

    CompletableFuture<Void> send(String function, String id) {
        return queue.keep(event(function, id));
    }

    void sql(String statement) {
        database.transaction(connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
                return prepared.execute();
            }
        });
    }

    long waiting() {
        return database.transaction(connection -> {
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("select count(*) from event")) {
                return rows.getLong(1);
            }
        });
    }

    void advance(Duration time) {
        clock.advance(time);
    }

    long seconds() {
        return Duration.ofNanos(clock.nanos()).toSeconds();
    }
}
