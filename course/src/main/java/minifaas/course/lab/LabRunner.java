package minifaas.course.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Path classes = lab.build().resolve("classes");
        Path reference = jars.minifaasWithout(lab.replacedClasses(), lab.build());
        List<Problem> problems = new ArrayList<>();
        problems.addAll(LabCompiler.compile(Lab.javaFiles(lab.sources()), with(reference), classes));
        if (problems.isEmpty()) problems.addAll(compileTests(lab, List.of(classes, reference)));
        // the tests are known even when they cannot run
        if (!problems.isEmpty()) compileTests(lab, List.of(jars.minifaas()));

        boolean discoverOnly = !problems.isEmpty();
        var plan = new TestPlan(Lab.classNames(lab.tests()), false, discoverOnly, Set.of(), null, 0);
        List<Path> places = discoverOnly
                ? List.of(testClasses(lab), jars.minifaas())
                : List.of(testClasses(lab), classes, reference);
        List<TestResult> results = run(lab, plan, places, Map.of(Seed.PROPERTY, Long.toString(seed)));
        return new LabResult(
                lab.chapter(),
                seed,
                problems,
                LabResult.byExercise(lab.chapter().exercises(), results),
                List.of());
    }

    private List<TestResult> run(Lab lab, TestPlan plan, List<Path> places, Map<String, String> properties)
            throws IOException, InterruptedException {
        var command = new TestCommand(jars, lab.home().resolve(Path.of("course", "target", "lab")));
        command.prepare();
        return new ForkedRun(
                        command.line(places, properties), plan, limit, new LimitedOutput(output, LONGEST_OUTPUT_BYTES))
                .run();
    }

    private List<Problem> compileTests(Lab lab, List<Path> places) throws IOException {
        return LabCompiler.compile(Lab.javaFiles(lab.tests()), with(places.toArray(Path[]::new)), testClasses(lab));
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
