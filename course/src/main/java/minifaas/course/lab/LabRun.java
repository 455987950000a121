package minifaas.course.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/**
 * Graded tests that are run in this JVM, with classes of their own: for tools that try many variants of a lab, one after
 * the other. Code that ends the JVM ends this one, and a test that does not end leaves its thread behind; students' code
 * runs in a JVM of its own instead ({@link LabRunner}).
 *
 * @param classPath folders and jars with the lab's classes, its tests, and minifaas; in this order
 * @param testClasses names of the classes with the tests
 * @param seed of the tests' inputs
 * @param shuffle seed of a random order of the tests; none for the usual order
 * @param limit for one test, in whole seconds
 */
public record LabRun(List<Path> classPath, List<String> testClasses, long seed, Long shuffle, Duration limit) {
    /** Of the JVMs that students' code runs in, and of this one meanwhile. */
    static final String TIME_ZONE = "Asia/Kathmandu";

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    public LabRun {
        classPath = List.copyOf(classPath);
        testClasses = List.copyOf(testClasses);
    }

    /** A run in the usual order with the usual limit. */
    public static LabRun of(List<Path> classPath, List<String> testClasses, long seed) {
        return new LabRun(classPath, testClasses, seed, null, USUAL_LIMIT);
    }

    /** The same run with its tests in a random order. */
    public LabRun shuffledBy(long orderSeed) {
        return new LabRun(classPath, testClasses, seed, orderSeed, limit);
    }

    /** The same run with another limit for each test. */
    public LabRun within(Duration other) {
        return new LabRun(classPath, testClasses, seed, shuffle, other);
    }

    /**
     * Runs the tests; {@link LabResult#byExercise} sorts what they said.
     *
     * @throws IOException when a test class is not there
     */
    public List<TestResult> inThisJvm() throws IOException {
        var results = new ArrayList<TestResult>();
        var plan = new TestPlan(testClasses, false, false, Set.of(), shuffle, (int) limit.toSeconds());
        TimeZone own = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(TIME_ZONE));
        try (var loader = LabClassLoader.of(classPath, seed)) {
            JUnitRun.run(plan, loader, event -> {
                if (event.kind() == TestEvent.Kind.ENDED) results.add(event.result());
            });
        } catch (ClassNotFoundException missing) {
            throw new IOException("there is no test class " + missing.getMessage(), missing);
        } finally {
            TimeZone.setDefault(own);
        }
        return List.copyOf(results);
    }
}
