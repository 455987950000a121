package minifaas.course.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.Problem;
import minifaas.course.lab.StudentJvm;
import minifaas.course.wire.Link;

/**
 * Compiles submissions, not in the grader: sources can be written so that they take a compiler's stack, memory or time.
 * The JVMs that do it need no sandbox, since they run nothing of what they compile; one that did not survive a submission
 * is replaced.
 */
final class SubmissionCompiler implements AutoCloseable {
    private static final int LARGEST_FILE_BYTES = 512 << 10;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<String> FLAGS =
            List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final CourseJars jars;
    private final JudgeFiles files;
    private final Queue<CompilerJvm> idle = new ConcurrentLinkedQueue<>();

    SubmissionCompiler(CourseJars jars, JudgeFiles files) {
        this.jars = jars;
        this.files = files;
    }

    /**
     * Compares a submission's signatures with those expected, and compiles it with what it will run with.
     *
     * @param classPath what it will run with
     * @param output folder of the classes
     * @return why it cannot be tested; empty when it can
     */
    List<Problem> compile(Path sources, List<Path> classPath, Path output) throws IOException, InterruptedException {
        List<Problem> tooLarge = tooLarge(sources);
        if (!tooLarge.isEmpty()) return tooLarge;
        Lab lab = files.lab();
        var task = new CompilerJvm.Task(lab.home(), lab.chapter().number(), sources, classPath, output);
        CompilerJvm compiler = idle();
        boolean isWell = false;
        try {
            Optional<List<Problem>> problems = compiler.compile(task, LONGEST);
            isWell = problems.isPresent();
            return problems.orElseGet(
                    () -> List.of(problem(sources, "cannot be compiled: it takes too much of the compiler's memory")));
        } catch (TimeoutException endless) {
            return List.of(problem(sources, "takes more than " + LONGEST.toSeconds() + " s to compile"));
        } finally {
            if (isWell) idle.add(compiler);
            else compiler.close();
        }
    }

    private CompilerJvm idle() throws IOException, InterruptedException {
        CompilerJvm warm = idle.poll();
        return warm != null ? warm : new CompilerJvm(command());
    }

    /** Ends the compilers. */
    @Override
    public void close() {
        for (CompilerJvm each = idle.poll(); each != null; each = idle.poll()) each.close();
    }

    private List<String> command() throws IOException, InterruptedException {
        var classPath = new ArrayList<Path>();
        classPath.add(jars.coursePackage(Link.class.getPackage(), files.folder()));
        classPath.addAll(List.of(jars.course(), jars.minifaas()));
        return StudentJvm.with(jars).command(FLAGS, classPath, CompilerMain.class.getName());
    }

    private List<Problem> tooLarge(Path sources) throws IOException {
        var problems = new ArrayList<Problem>();
        for (Path each : files.exerciseFiles()) {
            Path file = sources.resolve(each);
            if (Files.exists(file) && Files.size(file) > LARGEST_FILE_BYTES)
                problems.add(problem(file, "has more than " + LARGEST_FILE_BYTES + " bytes"));
        }
        return problems;
    }

    private static Problem problem(Path file, String message) {
        return new Problem(file, 0, message, "");
    }
}
