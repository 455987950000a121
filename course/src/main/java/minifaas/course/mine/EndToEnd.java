package minifaas.course.mine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.GradedTest;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabRunner;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.kernel.FileTree;

/**
 * The end-to-end tests of a lab, and a platform with the lab's classes in it. The platform begins to start when this is
 * made, so that it is ready when the graded tests have passed.
 */
public final class EndToEnd implements AutoCloseable {
    private static final String READY = "minifaas is ready at ";
    private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1");
    private static final String SILENT = "it said nothing";
    private static final int LONGEST_START_SECONDS = 20;
    private static final int LONGEST_STOP_SECONDS = 10;

    private final Lab lab;
    private final FileChannel lock;
    private final Process process;
    private final CompletableFuture<String> endpoint = new CompletableFuture<>();
    private final AtomicReference<String> firstLine = new AtomicReference<>(SILENT);

    private EndToEnd(Lab lab, FileChannel lock, Process process) {
        this.lab = lab;
        this.lock = lock;
        this.process = process;
        var reader = new Thread(this::follow, "platform-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Whether all exercises are written in the compiled classes of a lab, and it has end-to-end tests. */
    public static boolean isDue(Lab lab) throws IOException {
        return lab.hasEndToEndTest() && MyClasses.areWritten(lab.classes(), lab.replacedClasses());
    }

    /**
     * Starts a platform on a free port, with data of its own and those classes of the lab that are written.
     *
     * @param lab that is compiled
     */
    public static EndToEnd start(Lab lab, CourseJars jars) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(lab.build().resolve("platform"));
        // one at a time: it is kept, because what is in it makes the next start quicker
        var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock.lock();
            return new EndToEnd(lab, lock, start(lab, jars, folder));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static Process start(Lab lab, CourseJars jars, Path folder) throws IOException, InterruptedException {
        Path classes = lab.classes();
        Set<String> taken = lab.replacedClasses();
        if (!MyClasses.areWritten(classes, taken)) {
            classes = folder.resolve("classes");
            taken = MyClasses.taken(MyClasses.choose(List.of(lab), jars, classes, false));
        }
        var platform = MyPlatform.in(folder, jars, classes, taken);
        Path data = empty(folder.resolve("data"));
        var arguments = List.of("up", "--port", "0", "--data", data.toString());
        return new ProcessBuilder(platform.command(lab.home(), QUICK_TO_START, arguments))
                .redirectErrorStream(true)
                .start();
    }

    /** A data folder as new, with the archive of Java's runtime, which takes a while to make. */
    private static Path empty(Path data) throws IOException {
        Files.createDirectories(data);
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList())
                if (!file.getFileName().toString().equals("runtime")) FileTree.delete(file);
        }
        return data;
    }

    private void follow() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                firstLine.compareAndSet(SILENT, line);
                if (line.startsWith(READY)) endpoint.complete(line.substring(READY.length()));
            }
            endpoint.completeExceptionally(new IOException("the platform ended"));
        } catch (IOException gone) {
            endpoint.completeExceptionally(gone);
        }
    }

    /**
     * Runs the tests.
     *
     * @return one failed test when the platform does not start
     */
    public List<TestResult> run(LabRunner runner, long seed) throws IOException, InterruptedException {
        try {
            return runner.runEndToEnd(lab, endpoint.get(LONGEST_START_SECONDS, TimeUnit.SECONDS), seed);
        } catch (ExecutionException | TimeoutException notReady) {
            var start = new GradedTest("platform", "", "the platform starts with your classes", 0, 1, "", "");
            return List.of(new TestResult(start, Status.FAILED, "it did not start: " + firstLine.get()));
        }
    }

    /** Stops the platform. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        lock.close();
    }
}
