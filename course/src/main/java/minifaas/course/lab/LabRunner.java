package minifaas.course.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;

/** Compiles a student's lab, runs its tests in a JVM of their own, and answers what they said. */
public final class LabRunner {
    /** How long one test may take. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    private static final int LONGEST_OUTPUT_BYTES = 16 << 10;

    private final CourseJars jars;
    private final Duration limit;
    private final OutputStream output;

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
     * Runs the graded tests of a lab.
     *
     * @param seed of the tests' inputs
     * @throws IOException when something fails that is not the student's doing
     * @throws InterruptedException when this thread is interrupted; nothing runs on then
     */
    public LabResult run(Lab lab, long seed) throws IOException, InterruptedException {
        var signatures = CompletableFuture.supplyAsync(() -> signatures(lab));
        Path classes = classes(lab);
        Path reference = reference(lab);
        List<Problem> problems = LabCompiler.compile(Lab.javaFiles(lab.sources()), with(reference), classes);
        if (problems.isEmpty()) problems = compileTests(lab, classes, reference);
        problems = Stream.concat(signatures.join().stream(), problems.stream()).toList();

        List<TestResult> results = problems.isEmpty()
                ? run(lab, plan(lab, false, false), List.of(testClasses(lab), classes, reference), seed(seed))
                : knownTests(lab);
        return new LabResult(
                lab.chapter(),
                seed,
                problems,
                LabResult.byExercise(lab.chapter().exercises(), results),
                List.of());
    }

    /**
     * Runs the end-to-end tests of a lab, after {@link #run} has compiled them.
     *
     * @param endpoint where the platform listens that they call
     */
    public List<TestResult> runEndToEnd(Lab lab, String endpoint, long seed) throws IOException, InterruptedException {
        var properties = new HashMap<>(seed(seed));
        properties.put("minifaas.endpoint", endpoint);
        return run(lab, plan(lab, true, false), List.of(testClasses(lab), classes(lab), reference(lab)), properties);
    }

    /** What there is to run, from tests that are compiled with the reference because they cannot be with the lab. */
    private List<TestResult> knownTests(Lab lab) throws IOException, InterruptedException {
        compileTests(lab, jars.minifaas());
        return run(lab, plan(lab, false, true), List.of(testClasses(lab), jars.minifaas()), Map.of());
    }

    private static TestPlan plan(Lab lab, boolean endToEnd, boolean discoverOnly) throws IOException {
        return new TestPlan(Lab.classNames(lab.tests()), endToEnd, discoverOnly, Set.of(), null, 0);
    }

    private static Map<String, String> seed(long seed) {
        return Map.of(Seed.PROPERTY, Long.toString(seed));
    }

    private static List<Problem> signatures(Lab lab) {
        try {
            return SignatureCheck.of(lab);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<TestResult> run(Lab lab, TestPlan plan, List<Path> places, Map<String, String> properties)
            throws IOException, InterruptedException {
        var command = new TestCommand(jars, lab.home().resolve(Path.of("course", "target", "lab")));
        command.prepare();
        return new ForkedRun(
                        command.line(places, properties), plan, limit, new LimitedOutput(output, LONGEST_OUTPUT_BYTES))
                .run();
    }

    private List<Problem> compileTests(Lab lab, Path... places) throws IOException {
        return LabCompiler.compile(Lab.javaFiles(lab.tests()), with(places), testClasses(lab));
    }

    private Path reference(Lab lab) throws IOException {
        return jars.minifaasWithout(lab.replacedClasses(), lab.build());
    }

    private static Path classes(Lab lab) {
        return lab.build().resolve("classes");
    }

    private static Path testClasses(Lab lab) {
        return lab.build().resolve("test-classes");
    }

    private List<Path> with(Path... first) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(jars.libraries());
        all.add(jars.course());
        return all;
    }
}
