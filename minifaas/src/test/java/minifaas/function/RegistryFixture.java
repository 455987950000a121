package minifaas.function;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;
import org.awaitility.Awaitility;

/** A registry in a folder that can be closed and opened again, with a preparation that a test can hold up. */
final class RegistryFixture implements AutoCloseable {
    static final FunctionId F = new FunctionId("000000000000", "us-east-1", "f");

    final SimulatedClock clock = new SimulatedClock();
    final Semaphore permits = new Semaphore(1_000_000);
    final Path folder;
    volatile String failure;
    FunctionRegistry registry;
    Database database;

    RegistryFixture(Path folder) throws IOException {
        this.folder = folder;
        open();
    }

    void open() throws IOException {
        database = Database.open(folder.resolve("minifaas.db"));
        registry = new FunctionRegistry(database, folder.resolve("code"), clock, this::prepare);
    }

    private void prepare(FunctionVersion version) throws IOException {
        try {
            permits.acquire();
        } catch (InterruptedException closed) {
            throw new IOException(closed);
        }
        if (failure != null) throw new IOException(failure);
        clock.advance(Duration.ofMillis(10));
    }

    void reopen() throws IOException {
        close();
        open();
    }

    /** From now on preparations wait for {@link #release}. */
    void hold() {
        permits.drainPermits();
    }

    void release() {
        permits.release(1_000_000);
    }

    FunctionView create(String code) {
        return registry.create(F, SettingsRulesTest.good(), Zips.of("index.js", code), Map.of(), false);
    }

    void createAndWait(String code) {
        create(code);
        settle();
    }

    void updateAndWait(String code) {
        update(code);
        settle();
    }

    FunctionView update(String code) {
        return registry.updateCode(f(), Zips.of("index.js", code), Optional.empty(), Optional.empty(), false, false);
    }

    FunctionView publish() {
        return registry.publish(f(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Versions 1 and 2 of a function, with different code. */
    void twoVersions() {
        createAndWait("1");
        publish();
        updateAndWait("2");
        publish();
    }

    /** Waits until nothing is in progress. */
    void settle() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> registry.versions(f()).stream()
                        .allMatch(view -> !view.state().is(State.Name.Pending)
                                && !view.lastUpdate().orElseThrow().is(LastUpdate.Status.InProgress)));
    }

    static FunctionReference f() {
        return new FunctionReference(F, Optional.empty());
    }

    static FunctionReference f(String qualifier) {
        return new FunctionReference(F, Optional.of(qualifier));
    }

    @Override
    public void close() {
        registry.close();
        database.close();
    }
}
