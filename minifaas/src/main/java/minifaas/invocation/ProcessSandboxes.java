package minifaas.invocation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import minifaas.function.FunctionVersion;
import minifaas.kernel.Clock;
import minifaas.kernel.FileTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sandboxes of the kind {@code process}: every environment is a process of this machine, in a folder of its own.
 *
 * <p>It works everywhere and isolates nothing: a function can do what the user who started minifaas can do.
 */
public final class ProcessSandboxes implements Sandbox.Starter, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProcessSandboxes.class);

    private final ProcessKind processes;
    private final RuntimeSandboxes sandboxes;

    /**
     * Prepares the data folder, and ends what an earlier server left behind.
     *
     * @param data the data folder
     * @param runtimes the interpreters to run functions with
     * @param code the unpacked code of a version
     * @param endpoint where functions reach the platform's API
     */
    public ProcessSandboxes(
            Path data,
            LanguageRuntimes runtimes,
            Function<FunctionVersion, Path> code,
            Supplier<URI> endpoint,
            FunctionLog log,
            Clock clock)
            throws IOException {
        String mark = instance(data.resolve("instance")) + "/";
        Path environments = data.resolve("environments");
        sweep(mark, environments);
        linkNodeModules(environments, runtimes.nodeModules());

        this.processes = new ProcessKind(runtimes, guardian(mark, runtimes));
        this.sandboxes = new RuntimeSandboxes(
                processes, new RuntimeSandboxes.Common(environments, mark, code, endpoint, log, clock));
    }

    /** A name for all servers that ever use this data folder; one at a time does. */
    private static String instance(Path file) throws IOException {
        if (!Files.exists(file)) Files.writeString(file, UUID.randomUUID().toString());
        return Files.readString(file);
    }

    /** What survived the death of the last server, such as a child of a child that had left its group. */
    private static void sweep(String mark, Path environments) throws IOException {
        for (ProcessHandle leftOver : ProcessTable.markedWith(EnvironmentVariables.MARK + "=" + mark)) {
            log.info("ending process {}, which an earlier server's function left behind", leftOver.pid());
            leftOver.destroyForcibly();
        }
        Files.createDirectories(environments);
        try (DirectoryStream<Path> leftOvers = Files.newDirectoryStream(environments)) {
            for (Path leftOver : leftOvers) FileTree.delete(leftOver);
        }
    }

    /** Node.js looks for modules in the folders above a file's own, so one link serves all environments. */
    private static void linkNodeModules(Path environments, Path modules) {
        try {
            Files.createSymbolicLink(environments.resolve("node_modules"), modules.toAbsolutePath());
        } catch (IOException | UnsupportedOperationException noLinks) {
            log.warn(
                    "no symbolic link can be made in {}: functions will not find the AWS SDK for Node.js",
                    environments);
        }
    }

    private Optional<Guardian> guardian(String mark, LanguageRuntimes runtimes) throws IOException {
        if (!ProcessGroups.areSupported()) return Optional.empty();
        return Optional.of(new Guardian(runtimes.guardian(), EnvironmentVariables.MARK + "=" + mark));
    }

    @Override
    public Sandbox start(FunctionVersion version, Sandbox.Watcher watcher) {
        return sandboxes.start(version, watcher, InitializationType.ON_DEMAND);
    }

    /** Starts sandboxes that no call waits for, and that can tell so. */
    public Sandbox.Starter provisioned() {
        return (version, watcher) -> sandboxes.start(version, watcher, InitializationType.PROVISIONED_CONCURRENCY);
    }

    /** Ends every sandbox, running invocations included. */
    public void endAll() {
        sandboxes.endAll();
    }

    /** Ends the guardian, and with it whatever still runs. */
    @Override
    public void close() throws IOException {
        sandboxes.close();
        processes.close();
    }
}
