package minifaas.course.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import minifaas.kernel.Clock;
import minifaas.kernel.FileTree;
import minifaas.kernel.Threads;

/**
 * Workers in namespaces of their own, made by <a href="https://github.com/containers/bubblewrap">bubblewrap</a>: no
 * network, no other processes, no files but the JDK and the folder, a user without rights, and limits that the kernel
 * keeps.
 */
public final class Bubblewrap implements WorkerSandbox {
    /** Ordinary systems give these numbers to nobody. */
    private static final int FIRST_USER = 50_000;

    private static final int USERS = 10_000;

    private static final int LONGEST_TRIAL_SECONDS = 30;

    // bubblewrap ends with the thread that started it: this one starts all, and ends with the JVM
    private static final ExecutorService STARTER =
            Executors.newSingleThreadExecutor(task -> Threads.daemon("worker-starter", task));

    private final Clock clock;
    private final Path java;
    private final BubblewrapLine line;
    private final Optional<MemoryGroups> groups;
    private final boolean isRoot;
    private final AtomicInteger users =
            new AtomicInteger((int) (ProcessHandle.current().pid() % USERS));

    /**
     * A sandbox of this kind, after a JVM has run in one.
     *
     * @throws IOException when that does not work on this machine; the message is the reason
     */
    public static Bubblewrap tried(Clock clock) throws IOException, InterruptedException {
        var bubblewrap = new Bubblewrap(clock);
        bubblewrap.tryIt();
        return bubblewrap;
    }

    private Bubblewrap(Clock clock) throws IOException, InterruptedException {
        this.clock = clock;
        var programs = new BubblewrapLine.Programs(program("bwrap"), program("prlimit"), program("setpriv"));
        Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
        this.java = jdk.resolve(Path.of("bin", "java"));
        this.line =
                new BubblewrapLine(programs, HostFiles.neededBy(jdk, List.of(programs.prlimit(), programs.setpriv())));
        this.groups = MemoryGroups.here();
        this.isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static Path program(String name) throws IOException {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new IOException(name + " is not on PATH"))
                .toRealPath();
    }

    private void tryIt() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("minifaas-sandbox");
        try {
            List<String> trial = inside(folder, List.of(java.toString(), "-version"), Limits.USUAL);
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!process.waitFor(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("bubblewrap does not work here: a trial did not end");
            }
            if (process.exitValue() == 0) return;
            String said = Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
            throw new IOException("bubblewrap does not work here: " + said.strip());
        } finally {
            FileTree.delete(folder);
        }
    }

    private List<String> inside(Path folder, List<String> command, Limits limits) throws IOException {
        if (!isRoot) return line.of(folder, command, limits, OptionalInt.empty());
        OpenFolder.toAll(folder);
        return line.of(folder, command, limits, OptionalInt.of(FIRST_USER + users.getAndIncrement() % USERS));
    }

    @Override
    public Worker start(WorkerCommand command, Limits limits) throws IOException {
        List<String> bare = inside(command.folder(), JvmLine.of(java, command, limits), limits);
        Optional<MemoryGroup> group =
                groups.isPresent() ? Optional.of(groups.get().make(limits)) : Optional.empty();
        var builder = new ProcessBuilder(group.map(place -> place.joining(bare)).orElse(bare));
        try {
            // waits without an ear for interrupts: nobody would end what starts in spite of one
            Process process = CompletableFuture.supplyAsync(() -> started(builder), STARTER)
                    .join();
            return new WatchedWorker(process, new ProcessTree(process, true), group, limits, clock);
        } catch (CompletionException failure) {
            if (group.isPresent()) group.get().close();
            throw new IOException("bubblewrap could not be started", failure.getCause());
        }
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return "bubblewrap";
    }

    @Override
    public List<String> cannotStop() {
        return List.of();
    }
}
