package minifaas.course.judge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.ForkedRun;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.LabRunner;
import minifaas.course.lab.Problem;
import minifaas.course.lab.RunningTests;
import minifaas.course.lab.Seed;
import minifaas.course.lab.StudentJvm;
import minifaas.course.lab.TestPlan;
import minifaas.course.lab.TestResult;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.WorkerCommand;
import minifaas.course.sandbox.WorkerSandbox;
import minifaas.course.worker.WorkerMain;
import minifaas.kernel.FileTree;

/**
 * Judges submissions of one lab.
 *
 * <p>For each there is a judge, a JVM with the tests, and a worker, a sandboxed JVM with the student's classes. Several
 * threads may judge at the same time, after one has prepared.
 */
public final class SubmissionJudge implements AutoCloseable {
    /** How much later than a test's time is over its judge is given up, should it not notice itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final List<String> JUDGE_FLAGS =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-ea", LabRunner.TIME_ZONE);
    private static final List<String> WORKER_FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-ea", LabRunner.TIME_ZONE);

    private final CourseJars jars;
    private final Lab lab;
    private final WorkerSandbox sandbox;
    private final Limits limits;
    private final long seed;
    private final JudgeFiles files;
    private final SubmissionCompiler compiler;
    private Duration limit = LabRunner.USUAL_LIMIT;
    // made by prepare
    private List<Path> parts;
    private List<String> judge;
    private List<TestResult> listed;

    /**
     * @param limits of each worker
     * @param seed of the tests' inputs, the same for all submissions
     */
    public SubmissionJudge(CourseJars jars, Lab lab, WorkerSandbox sandbox, Limits limits, long seed) {
        this.jars = jars;
        this.lab = lab;
        this.sandbox = sandbox;
        this.limits = limits;
        this.seed = seed;
        this.files = new JudgeFiles(jars, lab);
        this.compiler = new SubmissionCompiler(jars, files);
    }

    /** The same judge with another limit for one test than {@link LabRunner#USUAL_LIMIT}. */
    public SubmissionJudge within(Duration other) {
        limit = other;
        return this;
    }

    /**
     * Compiles the stubs and the tests, once for all submissions.
     *
     * @throws IOException when they have errors, or files cannot be written
     */
    public void prepare() throws IOException, InterruptedException {
        Path tests = files.compile();
        parts = files.ofTheWorker();
        var flags = new ArrayList<>(JUDGE_FLAGS);
        flags.add("-D" + Seed.PROPERTY + "=" + seed);
        judge = new ArrayList<>(
                StudentJvm.with(jars).command(flags, files.ofTheJudge(tests), JudgeMain.class.getName()));
        judge.add(String.valueOf(limit.toMillis()));
        var command = new WorkerCommand(files.folder(), List.of(), List.of(), WorkerMain.class.getName());
        listed = run(plan(true), command, result -> {});
    }

    /**
     * Judges one submission, after {@link #prepare}.
     *
     * @param sources folder with the submission's exercise classes only, under their packages
     * @param work a folder for this submission alone
     * @param ended told each result as soon as there is one
     * @throws IOException when something fails that is not the student's doing
     * @throws InterruptedException when this thread is interrupted; nothing runs on then
     */
    public LabResult judge(Path sources, Path work, Consumer<TestResult> ended)
            throws IOException, InterruptedException {
        Path folder = work.resolve("worker");
        try {
            Path classes = folder.resolve("classes");
            List<Problem> problems = compiler.compile(sources, parts, classes);
            if (!problems.isEmpty()) {
                listed.forEach(ended);
                return result(problems, listed);
            }
            return result(problems, run(plan(false), command(folder, classes), ended));
        } finally {
            FileTree.delete(folder);
        }
    }

    private WorkerCommand command(Path folder, Path classes) throws IOException {
        var classPath = new ArrayList<Path>();
        for (Path each : parts) {
            // a copy: what a worker could do to it is done to nobody else
            Path copy = folder.resolve("lib").resolve(each.getFileName());
            Files.createDirectories(copy.getParent());
            classPath.add(Files.copy(each, copy));
        }
        classPath.add(classes);
        return new WorkerCommand(folder, WORKER_FLAGS, classPath, WorkerMain.class.getName());
    }

    private TestPlan plan(boolean discoverOnly) throws IOException {
        return new TestPlan(Lab.classNames(lab.tests()), false, discoverOnly, Set.of(), null, 0);
    }

    private List<TestResult> run(TestPlan plan, WorkerCommand command, Consumer<TestResult> ended)
            throws IOException, InterruptedException {
        int exercises = lab.chapter().exercises().size();
        RunningTests.Start start = each -> new JudgeProcess(
                judge, each, new WorkerStarts(sandbox, command, limits, exercises), OutputStream.nullOutputStream());
        return new ForkedRun(start, plan, limit, GRACE, ended).run();
    }

    private LabResult result(List<Problem> problems, List<TestResult> results) {
        return LabResult.ofGraded(lab.chapter(), seed, problems, results);
    }

    /** Ends the processes that are kept for the next submission. */
    @Override
    public void close() {
        compiler.close();
    }
}
