package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.Problem;
import minifaas.course.lab.StudentJvm;
import minifaas.course.wire.Link;

/**
 * Compiles submissions, each in a JVM of its own: sources can be written so that they take a compiler's stack, memory or
 * time, which must not be the grader's. That JVM needs no sandbox, since it runs nothing of what it compiles.
 */
final class SubmissionCompiler {
    private static final int LARGEST_FILE_BYTES = 512 << 10;
    private static final int LONGEST_SECONDS = 20;
    private static final List<String> FLAGS =
            List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CourseJars jars;
    private final JudgeFiles files;

    SubmissionCompiler(CourseJars jars, JudgeFiles files) {
        this.jars = jars;
        this.files = files;
    }

    /**
     * What a JVM is to compile.
     *
     * @param sources the folder below which each class has its package
     */
    record Task(Path home, int chapter, Path sources, List<Path> classPath, Path output) {}

    /**
     * Compares a submission's signatures with those expected, and compiles it with what it will run with.
     *
     * @param output folder of the classes
     * @return why it cannot be tested; empty when it can
     */
    List<Problem> compile(Path sources, Path output) throws IOException, InterruptedException {
        List<Problem> tooLarge = tooLarge(sources);
        if (!tooLarge.isEmpty()) return tooLarge;
        Lab lab = files.lab();
        var task = new Task(lab.home(), lab.chapter().number(), sources, files.ofTheWorker(), output);
        Process process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            try (var input = process.getOutputStream()) {
                input.write(JSON.writeValueAsBytes(task));
            }
            Path answer = output.resolveSibling("problems.json");
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                return List.of(problem(sources, "takes more than " + LONGEST_SECONDS + " s to compile"));
            if (process.exitValue() != 0 || !Files.exists(answer))
                return List.of(problem(sources, "cannot be compiled: it takes too much of the compiler's memory"));
            return JSON.readValue(Files.readString(answer, UTF_8), new TypeReference<List<Problem>>() {});
        } finally {
            process.destroyForcibly();
        }
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
