package minifaas.course.mine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

/** Runs the end-to-end tests of a lab against a platform with the lab's classes in it. */
public final class EndToEnd {
    private static final String READY = "minifaas is ready at ";
    private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1");
    private static final String SILENT = "it said nothing";
    private static final int LONGEST_START_SECONDS = 20;
    private static final int LONGEST_STOP_SECONDS = 10;

    private final CourseJars jars;
    private final LabRunner runner;

    /**
     * @param runner that has run the graded tests
     */
    public EndToEnd(CourseJars jars, LabRunner runner) {
        this.jars = jars;
        this.runner = runner;
    }

    /**
     * Starts the platform on a free port with a data folder of its own, runs the tests, and stops it.
     *
     * @return one failed test when the platform does not start
     */
    public List<TestResult> run(Lab lab, long seed) throws IOException, InterruptedException {
        if (!lab.hasEndToEndTest()) return List.of();
        Path folder = Files.createDirectories(lab.build().resolve("platform"));
        // one at a time: it is kept, because what is in it makes the next start quicker
        try (var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            Process process = start(lab, folder);
            try {
                return run(lab, process, seed);
            } finally {
                stop(process);
                lock.release();
            }
        }
    }

    private Process start(Lab lab, Path folder) throws IOException, InterruptedException {
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

    private List<TestResult> run(Lab lab, Process process, long seed) throws IOException, InterruptedException {
        var firstLine = new AtomicReference<>(SILENT);
        var endpoint = new CompletableFuture<String>();
        var reader = new Thread(() -> follow(process, firstLine, endpoint), "platform-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return runner.runEndToEnd(lab, endpoint.get(LONGEST_START_SECONDS, TimeUnit.SECONDS), seed);
        } catch (ExecutionException | TimeoutException notReady) {
            var start = new GradedTest("platform", "", "the platform starts with your classes", 0, 1, "", "");
            return List.of(new TestResult(start, Status.FAILED, "it did not start: " + firstLine.get()));
        }
    }

    private static void follow(Process process, AtomicReference<String> firstLine, CompletableFuture<String> endpoint) {
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

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS))
            process.destroyForcibly().waitFor();
    }
}
