package minifaas.course.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.SampleCourse;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.course.sandbox.Limits;

/** A course with one class and tests of it, whose submissions are judged with workers that are remembered. */
final class JudgedTill implements AutoCloseable {
    static final String REFERENCE = """
            package minifaas.sample;

            import java.util.List;
            import java.util.function.IntSupplier;

            /** Adds up prices. */
            public final class Till {
                private int sold;

                /** The sum of all prices. */
                public static int sum(List<Integer> prices) {
                    return prices.stream().mapToInt(Integer::intValue).sum();
                }

                /** Adds a price that is asked for. */
                public synchronized int total(IntSupplier price) {
                    sold += price.getAsInt();
                    return sold;
                }
            }
            """;

    private static final String TOTAL_TEST = """
            package minifaas.sample;

            import static org.assertj.core.api.Assertions.assertThat;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.Executors;
            import java.util.concurrent.atomic.AtomicInteger;
            import minifaas.course.lab.Checks;

            class TotalTest {
                private final AtomicInteger asked = new AtomicInteger();

                @Checks(exercise = "1.2", points = 5, order = 1, hint = "Who adds at the same time?")
                void everyThreadsPriceCounts() throws Exception {
                    var till = new Till();
                    var threads = Executors.newFixedThreadPool(8);
                    var calls = new ArrayList<Callable<Integer>>();
                    for (int i = 0; i < 400; i++)
                        calls.add(() -> till.total(() -> {
                            asked.incrementAndGet();
                            Thread.yield();
                            return 1;
                        }));
                    for (var each : threads.invokeAll(calls)) each.get();
                    threads.shutdown();
                    assertThat(till.total(() -> 0)).as("the sum").isEqualTo(400);
                    assertThat(asked).hasValue(400);
                }
            }
            """;

    static final String SUM_TEST = """
            package minifaas.sample;

            import static org.assertj.core.api.Assertions.assertThat;

            import java.util.List;
            import minifaas.course.lab.Checks;
            import org.junit.jupiter.api.MethodOrderer;
            import org.junit.jupiter.api.TestMethodOrder;

            @TestMethodOrder(MethodOrderer.MethodName.class)
            class UnitSumTest {
                @Checks(exercise = "1.1", points = 1, order = 1, hint = "one")
                void a() {
                    assertThat(Till.sum(List.of(1))).isEqualTo(1);
                }

                @Checks(exercise = "1.1", points = 1, order = 2, hint = "two")
                void catchesAll() {
                    try {
                        Till.sum(List.of(2));
                    } catch (Throwable any) {
                        assertThat(any).isNotNull();
                    }
                }

                @Checks(exercise = "1.1", points = 1, order = 3, hint = "three")
                void three() {
                    assertThat(Till.sum(List.of(3))).isEqualTo(3);
                }
            }
            """;

    /** The body of the first exercise. */
    static final String SUM = "return prices.stream().mapToInt(Integer::intValue).sum();";

    private static final String TESTS = "labs/01-sample/src/test/java/minifaas/sample/";

    private final Path folder;
    private final PlainWorkers workers = new PlainWorkers();
    private final SubmissionJudge judge;
    private final List<TestResult> told = new ArrayList<>();

    /**
     * Prepares the judge.
     *
     * @param tests of the first exercise: a class, by its name, that runs before the other exercise's
     */
    JudgedTill(Path folder, String name, String tests, Duration limit, long seed)
            throws IOException, InterruptedException {
        this.folder = folder;
        SampleCourse course = SampleCourse.in(folder);
        course.write("minifaas/src/main/java/minifaas/sample/Till.java", REFERENCE);
        Files.delete(folder.resolve(TESTS + "SumTest.java"));
        course.write(TESTS + "TotalTest.java", TOTAL_TEST);
        course.write(TESTS + name + ".java", tests);
        judge = new SubmissionJudge(course.jars(), course.lab(), workers, Limits.USUAL, seed).within(limit);
        judge.prepare();
    }

    PlainWorkers workers() {
        return workers;
    }

    /** What was told of the last submission while it was judged. */
    List<TestResult> told() {
        return told;
    }

    static String withSum(String body) {
        return REFERENCE.replace(SUM, body);
    }

    LabResult judge(String till) throws IOException, InterruptedException {
        told.clear();
        Path work = Files.createTempDirectory(folder, "submission");
        Path file = work.resolve("src/minifaas/sample/Till.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, till);
        return judge.judge(work.resolve("src"), work, told::add);
    }

    static List<TestResult> all(LabResult result) {
        return result.exercises().stream()
                .flatMap(exercise -> exercise.tests().stream())
                .toList();
    }

    static List<Status> statuses(LabResult result) {
        return all(result).stream().map(TestResult::status).toList();
    }

    @Override
    public void close() {
        judge.close();
    }
}
