package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import minifaas.function.FunctionVersion;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;

/** A sandbox with its Runtime API on a real port, on a clock that stands still, and a program that is none. */
final class OpenSandbox implements AutoCloseable {
    static final FunctionVersion VERSION = Versions.version("f");

    final SimulatedClock clock = new SimulatedClock();
    final FakeProgram program = new FakeProgram();
    /** What its watcher heard. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    final RuntimeSandbox sandbox;
    final RuntimeApi api;
    private final Database database;
    private final FunctionLog log;
    private final Path output;

    OpenSandbox(Path data) throws IOException {
        this(data, InitializationType.ON_DEMAND);
    }

    OpenSandbox(Path data, InitializationType type) throws IOException {
        database = Database.open(data.resolve("test.db"));
        log = new FunctionLog(database, clock);
        output = Files.createFile(data.resolve("output.log"));
        var stream = new LogStream(log, VERSION.function(), output);
        var watcher = new Sandbox.Watcher() {
            @Override
            public void ready(Sandbox sandbox) {
                heard.add("ready");
            }

            @Override
            public void gone(Sandbox sandbox) {
                heard.add("gone");
            }
        };
        var initialisation = new Initialisation(clock, type, VERSION.settings().timeout());
        sandbox = new RuntimeSandbox(clock, stream, watcher, initialisation);
        api = new RuntimeApi(sandbox);
        api.start();
        sandbox.launching();
        sandbox.launched(program);
    }

    RawRuntime connect() throws IOException {
        return new RawRuntime(api.address());
    }

    CompletableFuture<Sandbox.Run> run(String requestId, String payload) {
        return sandbox.run(Versions.call(VERSION, requestId, payload));
    }

    void prints(String text) throws IOException {
        Files.writeString(output, text, StandardOpenOption.APPEND);
    }

    /** All that has been logged, as far as it is written: a moment must pass on the clock. */
    String logged() {
        return log.read(VERSION.function(), 0, 1000).stream()
                .map(FunctionLog.Part::text)
                .collect(Collectors.joining());
    }

    static Outcome outcome(CompletableFuture<Sandbox.Run> run) throws Exception {
        return run.get(30, TimeUnit.SECONDS).outcome().orElseThrow();
    }

    static String payload(CompletableFuture<Sandbox.Run> run) throws Exception {
        Outcome outcome = outcome(run);
        return outcome instanceof Outcome.Succeeded succeeded
                ? new String(succeeded.payload(), UTF_8)
                : new String(((Outcome.FunctionError) outcome).payload(), UTF_8);
    }

    static String log(CompletableFuture<Sandbox.Run> run) throws Exception {
        return new String(run.get(30, TimeUnit.SECONDS).logTail(), UTF_8);
    }

    @Override
    public void close() {
        api.close();
        log.close();
        database.close();
    }
}
