package minifaas.course.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.Fingerprint;

/** Compiles a student's lab, runs its tests in a JVM of their own, and answers what they said. */
public final class LabRunner {
    /** How long one test may take. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    /**
     * A flag of the JVMs that tests and students' code run in: the verdict is the same on every machine, and code that takes
     * the machine's time zone for UTC is found on all of them.
     */
    public static final String TIME_ZONE = "-Duser.timezone=" + LabRun.TIME_ZONE;

    private static final List<String> TEST_FLAGS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-ea", TIME_ZONE);
    private static final int LONGEST_OUTPUT_BYTES = 4 << 10;

    private final CourseJars jars;
    private final Duration limit;
    private final OutputStream output;
    private final TestJvms jvms = new TestJvms();

    /**
     * @param limit for one test
     * @param output where the first part of what the student's code prints goes
     */
    public LabRunner(CourseJars jars, Duration limit, OutputStream output) {
        this.jars = jars;
        this.limit = limit;
        this.output = output;
    }

    /**
     * Compiles a lab and runs its graded tests.
     *
     * @param seed of the tests' inputs
     * @throws IOException when something fails that is not the student's doing
     * @throws InterruptedException when this thread is interrupted; nothing runs on then
     */
    public LabResult run(Lab lab, long seed) throws IOException, InterruptedException {
        return judge(lab, prepare(lab), seed);
    }

    /**
     * Runs the graded tests of a lab after {@link #prepare}.
     *
     * @param problems that were found then; with some, the tests are only listed
     * @param seed of the tests' inputs
     */
    public LabResult judge(Lab lab, List<Problem> problems, long seed) throws IOException, InterruptedException {
        // the tests are known even when they cannot run
        boolean discoverOnly = !problems.isEmpty();
        List<Path> places = discoverOnly ? List.of(jars.minifaas()) : List.of(lab.classes(), reference(lab));
        List<TestResult> results = run(lab, plan(lab, false, discoverOnly), places, seed(seed));
        return LabResult.ofGraded(lab.chapter(), seed, problems, results);
    }

    /**
     * Lists the graded tests of a lab without running one, and without a class of the student's.
     *
     * @throws IOException when the tests have errors
     */
    public List<ExerciseResult> list(Lab lab) throws IOException, InterruptedException {
        StudentJvm.with(jars);
        compileTests(lab);
        List<TestResult> results = run(lab, plan(lab, false, true), List.of(jars.minifaas()), Map.of());
        return LabResult.byExercise(lab.chapter().exercises(), results);
    }

    /**
     * Does all that comes before a run: no student's code runs yet.
     *
     * @return why the tests cannot run; empty when they can
     */
    public List<Problem> prepare(Lab lab) throws IOException, InterruptedException {
        standBy(lab, 1);
        var signatures = CompletableFuture.supplyAsync(() -> signatures(lab));
        compileTests(lab);
        List<Problem> errors = LabCompiler.compile(Lab.javaFiles(lab.sources()), with(reference(lab)), lab.classes());
        return Stream.concat(joined(signatures).stream(), errors.stream()).toList();
    }

    /** Starts as many JVMs for runs that are to come, unless they are there already. */
    public void standBy(Lab lab, int runs) throws IOException, InterruptedException {
        // a folder that is not there when a JVM starts is no place for classes
        Files.createDirectories(testClasses(lab));
        Files.createDirectories(lab.classes());
        jvms.standBy(command(lab, List.of(lab.classes(), reference(lab))), runs);
    }

    /**
     * Runs the end-to-end tests of a lab, after {@link #run} has compiled them.
     *
     * @param endpoint where the platform listens that they call
     */
    public List<TestResult> runEndToEnd(Lab lab, String endpoint, long seed) throws IOException, InterruptedException {
        var properties = new HashMap<>(seed(seed));
        properties.put("minifaas.endpoint", endpoint);
        return run(lab, plan(lab, true, false), List.of(lab.classes(), reference(lab)), properties);
    }

    private static TestPlan plan(Lab lab, boolean endToEnd, boolean discoverOnly) throws IOException {
        return new TestPlan(Lab.classNames(lab.tests()), endToEnd, discoverOnly, Set.of(), null, 0);
    }

    private static Map<String, String> seed(long seed) {
        return Map.of(Seed.PROPERTY, Long.toString(seed));
    }

    /** Compares signatures, unless neither side has changed since they were found to be right. */
    private static List<Problem> signatures(Lab lab) {
        try {
            Path stamp = lab.build()
                    .resolve("signatures-"
                            + Fingerprint.of(
                                    lab.sources(),
                                    List.of(
                                            Fingerprint.of(lab.reference()),
                                            lab.chapter().toString())));
            if (Files.exists(stamp)) return List.of();
            List<Problem> problems = SignatureCheck.of(lab);
            if (problems.isEmpty()) stamp(lab, stamp);
            return problems;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Notes a state of files, in place of the one that was noted before. */
    private static void stamp(Lab lab, Path stamp) throws IOException {
        String kind = stamp.getFileName().toString().replaceFirst("-.*", "-");
        try (Stream<Path> files = Files.list(lab.build())) {
            for (Path former : files.filter(
                            each -> each.getFileName().toString().startsWith(kind))
                    .toList()) Files.deleteIfExists(former);
        }
        Files.write(stamp, new byte[0]); // another command may do the same at this moment
    }

    private static List<Problem> joined(CompletableFuture<List<Problem>> signatures) throws IOException {
        try {
            return signatures.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException unreadable) throw unreadable.getCause();
            throw failed;
        }
    }

    private List<TestResult> run(Lab lab, TestPlan plan, List<Path> places, Map<String, String> properties)
            throws IOException, InterruptedException {
        List<String> command = command(lab, places);
        var limited = new LimitedOutput(output, LONGEST_OUTPUT_BYTES);
        RunningTests.Start start = each -> new TestProcess(jvms.take(command), properties, each, limited);
        return new ForkedRun(start, plan, limit, Duration.ZERO, result -> {}).run();
    }

    private List<String> command(Lab lab, List<Path> places) throws IOException, InterruptedException {
        var classPath = new ArrayList<>(List.of(testClasses(lab)));
        classPath.addAll(places);
        classPath.addAll(jars.functionLibraries());
        return StudentJvm.with(jars).command(TEST_FLAGS, classPath, TestJvm.class.getName());
    }

    /**
     * Compiles the tests with the reference's classes, unless that was done: the student's ones have the same signatures,
     * or nothing runs.
     *
     * @throws IOException when the tests have errors, which are not the student's
     */
    private void compileTests(Lab lab) throws IOException {
        Path stamp =
                lab.build().resolve("tests-" + Fingerprint.of(lab.tests(), List.of(Fingerprint.of(jars.minifaas()))));
        if (Files.exists(stamp)) return;
        List<Problem> errors = LabCompiler.compile(Lab.javaFiles(lab.tests()), with(jars.minifaas()), testClasses(lab));
        if (!errors.isEmpty()) throw new IOException("the tests of this lab do not compile: " + errors.get(0));
        stamp(lab, stamp);
    }

    private Path reference(Lab lab) throws IOException {
        return jars.minifaasWithout(lab.replacedClasses(), lab.build());
    }

    private static Path testClasses(Lab lab) {
        return lab.build().resolve("test-classes");
    }

    private List<Path> with(Path... first) throws IOException {
        var all = new ArrayList<>(List.of(first));
        all.addAll(jars.libraries());
        all.addAll(jars.functionLibraries());
        all.add(jars.course());
        return all;
    }
}
