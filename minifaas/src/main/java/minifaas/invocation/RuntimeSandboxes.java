package minifaas.invocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import minifaas.function.FunctionVersion;
import minifaas.kernel.Clock;
import minifaas.kernel.FileTree;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sandboxes that speak the Runtime API, with programs of one kind, and looks after them while they run. */
final class RuntimeSandboxes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RuntimeSandboxes.class);
    private static final Duration OBSERVED_EVERY = Duration.ofMillis(200);
    /** To list all the machine's processes costs ms, to look at one costs µs; so children are seen each second. */
    private static final int LOOKS_A_TREE = 5;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    /**
     * What all sandboxes have in common.
     *
     * @param folder where environments have their folders
     * @param mark a text that tells this server's processes from all others
     * @param code the unpacked code of a version
     * @param endpoint where functions reach the platform's API
     */
    record Common(
            Path folder,
            String mark,
            Function<FunctionVersion, Path> code,
            Supplier<URI> endpoint,
            FunctionLog log,
            Clock clock) {}

    private final Program.Kind kind;
    private final Common common;
    private final Set<RuntimeSandbox> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService observer =
            Executors.newSingleThreadExecutor(work -> Threads.daemon("sandbox-observer", work));
    private Clock.Timer nextObservation; // guarded by this
    private int looks; // only the observer's

    RuntimeSandboxes(Program.Kind kind, Common common) {
        this.kind = kind;
        this.common = common;
        observeLater();
    }

    Sandbox start(FunctionVersion version, Sandbox.Watcher watcher, InitializationType type) {
        String id = UUID.randomUUID().toString().replace("-", "");
        var folder = new EnvironmentFolder(common.folder().resolve(id));
        var logStream = new LogStream(common.log(), version.function(), folder.output());
        var initialisation =
                new Initialisation(common.clock(), type, version.settings().timeout());
        var sandbox = new RuntimeSandbox(common.clock(), logStream, watcher, initialisation);
        running.add(sandbox);
        Runnable end = () -> {
            running.remove(sandbox);
            logStream.close();
            delete(folder);
            watcher.gone(sandbox);
        };
        try {
            Threads.start("environment-" + id, () -> {
                live(sandbox, version, id, folder, type);
                end.run();
            });
        } catch (OutOfMemoryError noThread) {
            log.error("an environment of {} got no thread", version.arn(), noThread);
            sandbox.notLaunched(invocation -> noEnvironment(noThread), noThread.toString());
            end.run();
        }
        return sandbox;
    }

    /** The whole life of a sandbox's program. */
    private void live(
            RuntimeSandbox sandbox,
            FunctionVersion version,
            String id,
            EnvironmentFolder folder,
            InitializationType type) {
        try (var api = new RuntimeApi(sandbox)) {
            api.start();
            folder.create(common.code().apply(version));
            String logStream = DATE.format(common.clock().now()) + "/[" + version.version() + "]" + id;
            var place = new EnvironmentVariables.Place(
                    folder, api.address(), common.endpoint().get(), logStream, common.mark() + id, type);
            Map<String, String> variables = EnvironmentVariables.of(version, place);
            sandbox.launching();
            Program program = kind.start(new Program.Plan(version, folder, variables, place.mark()));
            sandbox.launched(program);
            sandbox.ended(program.ended().join());
        } catch (Program.CannotStart cannot) {
            sandbox.notLaunched(cannot.outcome(), cannot.getMessage());
        } catch (UncheckedIOException noCode) {
            log.error("the code of {} cannot be had", version.arn(), noCode);
            sandbox.notLaunched(
                    invocation -> new Outcome.NoEnvironment(Outcome.Why.CODE, noCode.getMessage()),
                    noCode.getMessage());
        } catch (IOException | RuntimeException | OutOfMemoryError failure) { // the last: no thread is to be had
            log.error("an environment of {} failed", version.arn(), failure);
            sandbox.notLaunched(invocation -> noEnvironment(failure), failure.toString());
        }
    }

    private static Outcome noEnvironment(Throwable failure) {
        return new Outcome.NoEnvironment(
                Outcome.Why.PLATFORM, "the environment could not be started: " + failure.getMessage());
    }

    private static void delete(EnvironmentFolder folder) {
        try {
            FileTree.delete(folder.root());
        } catch (IOException failure) {
            log.warn("{} could not be deleted; the next start of minifaas tries again", folder.root(), failure);
        }
    }

    private synchronized void observeLater() {
        if (!observer.isShutdown()) nextObservation = common.clock().after(OBSERVED_EVERY, this::observeNow);
    }

    private synchronized void observeNow() {
        if (!observer.isShutdown()) observer.execute(this::observe);
    }

    private void observe() {
        try {
            var working = running.stream().filter(RuntimeSandbox::isWorking).toList();
            if (!working.isEmpty()) {
                ProcessTable processes = looks++ % LOOKS_A_TREE == 0 ? ProcessTable.read() : ProcessTable.EMPTY;
                working.forEach(sandbox -> sandbox.observe(processes));
            }
        } catch (IOException | RuntimeException failure) {
            log.warn("running environments could not be observed", failure);
        } finally {
            observeLater();
        }
    }

    /** Ends every sandbox, whatever it is doing. */
    void endAll() {
        running.forEach(RuntimeSandbox::close);
    }

    /** Stops observing. */
    @Override
    public synchronized void close() {
        nextObservation.cancel();
        observer.shutdown();
    }
}
