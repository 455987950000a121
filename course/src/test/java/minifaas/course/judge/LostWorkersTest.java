package minifaas.course.judge;

import static minifaas.course.judge.JudgedTill.REFERENCE;
import static minifaas.course.judge.JudgedTill.SUM;
import static minifaas.course.judge.JudgedTill.all;
import static minifaas.course.judge.JudgedTill.statuses;
import static minifaas.course.judge.JudgedTill.withSum;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are lost fail the test that they are lost in, and no other. */
@Tag("long")
class LostWorkersTest {
    @TempDir
    private static Path home;

    private static JudgedTill till;

    @BeforeAll
    static void prepare() throws Exception {
        till = new JudgedTill(home, "UnitSumTest", JudgedTill.SUM_TEST, Duration.ofSeconds(10), 4711);
    }

    @AfterAll
    static void close() {
        till.close();
    }

    @Test
    void theEndOfTheWorkerFailsTheTestThatRanEvenIfItCatchesEverything() throws Exception {
        for (String end : List.of("System.exit(0);", "Runtime.getRuntime().halt(0);")) {
            LabResult result = till.judge(withSum("if (prices.get(0) == 2) " + end + "\n" + SUM));
            assertThat(statuses(result))
                    .as(end)
                    .containsExactly(Status.PASSED, Status.FAILED, Status.PASSED, Status.PASSED);
            assertThat(all(result).get(1).message()).isEqualTo("the code's process ended during this test");
        }
    }

    @Test
    void aMissedDeadlineFailsTheTestThatRanEvenIfItCatchesEverything() throws Exception {
        LabResult result = till.judge(withSum("while (prices.get(0) == 2) Thread.onSpinWait();\n" + SUM));
        assertThat(statuses(result)).containsExactly(Status.PASSED, Status.DID_NOT_END, Status.PASSED, Status.PASSED);
        assertThat(all(result).get(1).message()).isEqualTo("did not end within 10 s");
        assertThat(till.workers().processes()).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aMalformedAnswerFailsTheTestThatRanEvenIfItCatchesEverything() throws Exception {
        for (String bytes :
                List.of("\"PASSED\\n\".getBytes()", "new byte[] {127, 0, 0, 0}", "new byte[] {0, 0, 0, 1, 9}")) {
            LabResult result = till.judge(withSum("""
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
        int before = till.workers().commands().size();
        LabResult result =
                till.judge(REFERENCE.replace("private int sold;", "static { System.exit(0); }\n    private int sold;"));
        assertThat(statuses(result)).doesNotContain(Status.PASSED);
        assertThat(result.points()).isZero();
        assertThat(till.workers().commands().size() - before).isBetween(1, 5);
    }

    @Test
    void anExerciseThatLosesEveryWorkerCostsTheOthersNoPoint(@TempDir Path other) throws Exception {
        try (var strict = new JudgedTill(other, "ManySumsTest", manySums(7), Duration.ofSeconds(2), 1)) {
            LabResult endless = strict.judge(withSum("while (true) Thread.onSpinWait();"));
            assertThat(statuses(endless)).containsExactly(lostTwice(Status.DID_NOT_END));
            assertThat(all(endless).get(2).message()).isEqualTo("earlier tests did not end");
            assertThat(strict.told()).containsExactlyInAnyOrderElementsOf(all(endless));
            // the judge may have begun with the third test when it is ended
            assertThat(strict.workers().commands()).hasSizeBetween(3, 4);

            LabResult exiting = strict.judge(withSum("System.exit(0);\n" + SUM));
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
}
