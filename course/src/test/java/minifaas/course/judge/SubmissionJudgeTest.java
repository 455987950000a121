package minifaas.course.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.SampleCourse;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.course.sandbox.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionJudgeTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String REFERENCE = """
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

    private static final String SUM_TEST = """
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

    private static final String SUM = "return prices.stream().mapToInt(Integer::intValue).sum();";

    @TempDir
    private static Path home;

    private static final PlainWorkers WORKERS = new PlainWorkers();
    private static SubmissionJudge judge;

    private final List<TestResult> told = new ArrayList<>();

    @BeforeAll
    static void prepare() throws Exception {
        SampleCourse course = sample(home);
        // runs behind the other class
        course.write("labs/01-sample/src/test/java/minifaas/sample/UnitSumTest.java", SUM_TEST);
        judge = new SubmissionJudge(course.jars(), course.lab(), WORKERS, Limits.USUAL, 4711).within(LIMIT);
        judge.prepare();
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @Test
    void theReferencePassesAndItsWorkerKnowsNoTests() throws Exception {
        LabResult result = judge(REFERENCE);
        assertThat(result.problems()).isEmpty();
        assertThat(statuses(result)).containsOnly(Status.PASSED);
        assertThat(result.points()).isEqualTo(8);
        assertThat(told).containsExactlyInAnyOrderElementsOf(all(result));
        var command = WORKERS.commands().get(WORKERS.commands().size() - 1);
        assertThat(command.classPath()).allMatch(each -> each.startsWith(command.folder()));
        assertThat(command.classPath().stream().map(each -> each.getFileName().toString()))
                .noneMatch(name ->
                        name.matches("(junit|assertj|opentest4j|apiguardian|byte-buddy|javaparser|course|test).*"));
        assertThat(command.flags().toString()).doesNotContain("4711");
        assertThat(command.folder()).doesNotExist();
    }

    @Test
    void aStudentsClassCannotFindTestsNorTheReference() throws Exception {
        LabResult result = judge(withSum("""
                for (String name : List.of(
                        "org.junit.jupiter.api.Test", "org.assertj.core.api.Assertions", "minifaas.sample.UnitSumTest",
                        "minifaas.course.lab.Seed", "minifaas.course.judge.Remote"))
                    try {
                        Class.forName(name, false, Till.class.getClassLoader());
                        throw new IllegalStateException(name);
                    } catch (ClassNotFoundException right) {
                        continue;
                    }
                """ + SUM));
        assertThat(statuses(result)).containsOnly(Status.PASSED);
    }

    @Test
    void anUnwrittenExerciseIsNotWrittenAndAnAssertionOfTheStudentIsAFailure() throws Exception {
        assertThat(statuses(judge(withSum("throw new minifaas.kernel.NotWrittenYet(\"1.1\");"))))
                .containsExactly(Status.NOT_WRITTEN, Status.PASSED, Status.NOT_WRITTEN, Status.PASSED);
        LabResult failed = judge(withSum("throw new AssertionError(\"believe me\");"));
        assertThat(all(failed).get(0).message())
                .isEqualTo("ForeignException at Till.java:12: java.lang.AssertionError: believe me");
    }

    @Test
    void theEndOfTheWorkerFailsTheTestThatRanEvenIfItCatchesEverything() throws Exception {
        for (String end : List.of("System.exit(0);", "Runtime.getRuntime().halt(0);")) {
            LabResult result = judge(withSum("if (prices.get(0) == 2) " + end + "\n" + SUM));
            assertThat(statuses(result))
                    .as(end)
                    .containsExactly(Status.PASSED, Status.FAILED, Status.PASSED, Status.PASSED);
            assertThat(all(result).get(1).message()).isEqualTo("the code's process ended during this test");
        }
    }

    @Test
    void aMissedDeadlineFailsTheTestThatRanEvenIfItCatchesEverything() throws Exception {
        LabResult result = judge(withSum("while (prices.get(0) == 2) Thread.onSpinWait();\n" + SUM));
        assertThat(statuses(result)).containsExactly(Status.PASSED, Status.DID_NOT_END, Status.PASSED, Status.PASSED);
        assertThat(all(result).get(1).message()).isEqualTo("did not end within 5 s");
        assertThat(WORKERS.processes()).noneMatch(Process::isAlive);
    }

    @Test
    void aMalformedAnswerFailsTheTestThatRanEvenIfItCatchesEverything() throws Exception {
        for (String bytes :
                List.of("\"PASSED\\n\".getBytes()", "new byte[] {127, 0, 0, 0}", "new byte[] {0, 0, 0, 1, 9}")) {
            LabResult result = judge(withSum("""
                    if (prices.get(0) == 2)
                        try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                            out.write(%s);
                        } catch (java.io.IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                        }
                    """.formatted(bytes) + SUM));
            assertThat(statuses(result))
                    .as(bytes)
                    .containsExactly(Status.PASSED, Status.FAILED, Status.PASSED, Status.PASSED);
            assertThat(all(result).get(1).message()).startsWith("the code's process gave a malformed answer: ");
        }
    }

    @Test
    void aWorkerThatEndsAgainAndAgainIsNotStartedForEver() throws Exception {
        int before = WORKERS.commands().size();
        LabResult result =
                judge(REFERENCE.replace("private int sold;", "static { System.exit(0); }\n    private int sold;"));
        assertThat(statuses(result)).doesNotContain(Status.PASSED);
        assertThat(result.points()).isZero();
        assertThat(WORKERS.commands().size() - before).isBetween(1, 5);
    }

    @Test
    void anExerciseThatLosesEveryWorkerCostsTheOthersNoPoint(@TempDir Path other) throws Exception {
        SampleCourse course = sample(other);
        course.write("labs/01-sample/src/test/java/minifaas/sample/ManySumsTest.java", manySums(7));
        var workers = new PlainWorkers();
        try (var strict = new SubmissionJudge(course.jars(), course.lab(), workers, Limits.USUAL, 1)
                .within(Duration.ofSeconds(2))) {
            strict.prepare();
            LabResult endless = judge(strict, withSum("while (true) Thread.onSpinWait();"));
            assertThat(statuses(endless)).containsExactly(lostTwice(Status.DID_NOT_END));
            assertThat(all(endless).get(2).message()).isEqualTo("earlier tests did not end");
            assertThat(told).containsExactlyInAnyOrderElementsOf(all(endless));
            // the judge may have begun with the third test when it is ended
            assertThat(workers.commands()).hasSizeBetween(3, 4);

            LabResult exiting = judge(strict, withSum("System.exit(0);\n" + SUM));
            assertThat(statuses(exiting)).containsExactly(lostTwice(Status.FAILED));
            assertThat(all(exiting).get(2).message()).isEqualTo("earlier tests ended the process");
        }
    }

    /** What an exercise with seven tests gets that loses its worker in each, and then one that is right. */
    private static Status[] lostTwice(Status lost) {
        var statuses = new Status[8];
        Arrays.fill(statuses, Status.NOT_RUN);
        Arrays.fill(statuses, 0, 2, lost);
        statuses[7] = Status.PASSED;
        return statuses;
    }

    /** A class of tests that runs before the other one. */
    private static String manySums(int tests) {
        var text = new StringBuilder("""
                package minifaas.sample;

                import static org.assertj.core.api.Assertions.assertThat;

                import java.util.List;
                import minifaas.course.lab.Checks;

                class ManySumsTest {
                """);
        for (int i = 1; i <= tests; i++) text.append("""
                        @Checks(exercise = "1.1", points = 1, order = %d, hint = "sum")
                        void sum%d() {
                            assertThat(Till.sum(List.of(%d))).isEqualTo(%d);
                        }
                    """.formatted(i, i, i, i));
        return text.append("}\n").toString();
    }

    @Test
    void aRaceInTheStudentsClassIsNotHidden() throws Exception {
        LabResult result = judge(REFERENCE
                .replace("synchronized int total", "int total")
                .replace("sold += price.getAsInt();", "int before = sold;\n        sold = before + price.getAsInt();"));
        assertThat(statuses(result)).containsExactly(Status.PASSED, Status.PASSED, Status.PASSED, Status.FAILED);
    }

    @Test
    void aThreadThatOutlivesItsTestReachesNothingOfTheNext() throws Exception {
        LabResult result = judge(REFERENCE.replace("sold += price.getAsInt();", """
                sold += price.getAsInt();
                var late = new Thread(() -> {
                    while (true) price.getAsInt();
                });
                late.setDaemon(true);
                if (sold == 400) late.start();
                """));
        assertThat(statuses(result).subList(0, 3)).containsOnly(Status.PASSED);
    }

    @Test
    void whatDoesNotCompileIsAProblemAndEndsNobody() throws Exception {
        LabResult wrong = judge(withSum("return prices.total();"));
        assertThat(wrong.problems().get(0).toString()).contains("Till.java:12: cannot find symbol");
        assertThat(statuses(wrong)).containsOnly(Status.NOT_RUN);
        assertThat(wrong.possible()).isEqualTo(8);

        LabResult changed = judge(REFERENCE.replace("int sum(", "long sum("));
        assertThat(changed.problems().get(0).message()).contains("int sum(").contains("long sum(");

        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        LabResult nested = judge(withSum("return " + deep + ";"));
        assertThat(nested.problems()).hasSize(1);
        assertThat(nested.problems().get(0).message()).contains("is nested too deeply");

        LabResult large = judge(REFERENCE + "// ".repeat(200_000));
        assertThat(large.problems().get(0).message()).contains("bytes");
        assertThat(statuses(judge(REFERENCE))).containsOnly(Status.PASSED);
    }

    /** A course whose only tests are those of the second exercise. */
    private static SampleCourse sample(Path folder) throws IOException {
        SampleCourse course = SampleCourse.in(folder);
        course.write("minifaas/src/main/java/minifaas/sample/Till.java", REFERENCE);
        Files.delete(folder.resolve("labs/01-sample/src/test/java/minifaas/sample/SumTest.java"));
        course.write("labs/01-sample/src/test/java/minifaas/sample/TotalTest.java", TOTAL_TEST);
        return course;
    }

    private static String withSum(String body) {
        return REFERENCE.replace(SUM, body);
    }

    private LabResult judge(String till) throws IOException, InterruptedException {
        return judge(judge, till);
    }

    private LabResult judge(SubmissionJudge its, String till) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(home, "submission");
        Path file = work.resolve("src/minifaas/sample/Till.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, till);
        return its.judge(work.resolve("src"), work, told::add);
    }

    private static List<TestResult> all(LabResult result) {
        return result.exercises().stream()
                .flatMap(exercise -> exercise.tests().stream())
                .toList();
    }

    private static List<Status> statuses(LabResult result) {
        return all(result).stream().map(TestResult::status).toList();
    }
}
