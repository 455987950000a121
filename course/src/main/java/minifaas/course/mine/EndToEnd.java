package minifaas.course.mine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.GradedTest;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabRunner;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;

/** Runs the end-to-end tests of a lab against a platform with the lab's classes in it. */
public final class EndToEnd {
    private static final String READY = "minifaas is ready at ";
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
        try (var folder = OwnFolder.in(lab.build().resolve("platform"))) {
            Path classes = folder.path().resolve("classes");
            List<MyClass> mine = MyClasses.choose(List.of(lab), jars, classes, false);
            var platform = MyPlatform.in(folder.path(), jars, classes, MyClasses.taken(mine));
            Path data = folder.path().resolve("data");
            var arguments = List.of("up", "--port", "0", "--data", data.toString());
            Process process = new ProcessBuilder(platform.command(lab.home(), arguments))
                    .redirectErrorStream(true)
                    .start();
            try {
                return run(lab, process, seed);
            } finally {
                stop(process);
            }
        }
    }

    private List<TestResult> run(Lab lab, Process process, long seed) throws IOException, InterruptedException {
        var lastLine = new AtomicReference<>("it said nothing");
        var endpoint = new CompletableFuture<String>();
        var reader = new Thread(() -> follow(process, lastLine, endpoint), "platform-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return runner.runEndToEnd(lab, endpoint.get(LONGEST_START_SECONDS, TimeUnit.SECONDS), seed);
        } catch (ExecutionException | TimeoutException notReady) {
            var start = new GradedTest("platform", "", "the platform starts with your classes", 0, 1, "");
            return List.of(new TestResult(start, Status.FAILED, "it did not start: " + lastLine.get()));
        }
    }

    private static void follow(Process process, AtomicReference<String> lastLine, CompletableFuture<String> endpoint) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLine.set(line);
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
