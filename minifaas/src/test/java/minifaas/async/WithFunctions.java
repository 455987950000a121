package minifaas.async;

import static minifaas.async.Events.function;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.aws.TestServer;
import minifaas.function.FunctionRegistry;
import minifaas.function.FunctionSettings;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A registry with functions, and what else events need, for each test; it can be closed and opened again. */
abstract class WithFunctions {
    @TempDir
    Path folder;

    final SimulatedClock clock = new SimulatedClock();
    Database database;
    FunctionRegistry registry;
    Targets targets;
    EventInvokeConfigs configs;
    RecursionConfigs recursion;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("minifaas.db"));
        registry = new FunctionRegistry(database, folder.resolve("code"), clock, version -> {});
        targets = new Targets();
        configs = new EventInvokeConfigs(database, registry, targets, clock);
        recursion = new RecursionConfigs(database, registry);
    }

    @AfterEach
    void close() {
        registry.close();
        database.close();
    }

    void reopen() throws IOException {
        close();
        open();
    }

    /** Creates a function, whose code is never run, with version 1. */
    void create(String name) {
        create(name, "");
    }

    void create(String name, String deadLetterTarget) {
        var settings = new FunctionSettings(
                "provided.al2023",
                "any",
                "arn:aws:iam::000000000000:role/r",
                "",
                128,
                Duration.ofSeconds(3),
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/" + name,
                deadLetterTarget);
        registry.create(function(name), settings, TestServer.zip("bootstrap", name), Map.of(), true);
    }

    static EventInvokeConfigChange retries(int retries) {
        return new EventInvokeConfigChange(Optional.of(retries), Optional.empty(), Optional.empty());
    }
}
