package minifaas.course.judge;

import static minifaas.course.judge.JudgedTill.REFERENCE;
import static minifaas.course.judge.JudgedTill.SUM;
import static minifaas.course.judge.JudgedTill.all;
import static minifaas.course.judge.JudgedTill.statuses;
import static minifaas.course.judge.JudgedTill.withSum;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a submission gets from the judge. */
class SubmissionJudgeTest {
    private static final long SEED = 4711;

    @TempDir
    private static Path home;

    private static JudgedTill till;

    @BeforeAll
    static void prepare() throws Exception {
        till = new JudgedTill(home, "UnitSumTest", JudgedTill.SUM_TEST, Duration.ofSeconds(10), SEED);
    }

    @AfterAll
    static void close() {
        till.close();
    }

    @Test
    void theReferencePassesAndItsWorkerKnowsNoTests() throws Exception {
        LabResult result = till.judge(REFERENCE);
        assertThat(result.problems()).isEmpty();
        assertThat(statuses(result)).containsOnly(Status.PASSED);
        assertThat(result.points()).isEqualTo(8);
        assertThat(till.told()).containsExactlyInAnyOrderElementsOf(all(result));
        var command = till.workers().commands().get(till.workers().commands().size() - 1);
        assertThat(command.classPath()).allMatch(each -> each.startsWith(command.folder()));
        assertThat(command.classPath().stream().map(each -> each.getFileName().toString()))
                .noneMatch(name ->
                        name.matches("(junit|assertj|opentest4j|apiguardian|byte-buddy|javaparser|course|test).*"));
        assertThat(command.flags().toString()).doesNotContain(String.valueOf(SEED));
        assertThat(command.folder()).doesNotExist();
    }

    @Test
    void aStudentsClassCannotFindTestsNorTheReference() throws Exception {
        LabResult result = till.judge(withSum("""
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
    void theTimeZoneIsTheSameOnEveryMachine() throws Exception {
        LabResult result = till.judge(withSum("""
                if (!java.time.ZoneId.systemDefault().getId().equals("Asia/Kathmandu")) return -1;
                """ + SUM));
        assertThat(statuses(result)).containsOnly(Status.PASSED);
    }

    @Test
    void anUnwrittenExerciseIsNotWrittenAndAnAssertionOfTheStudentIsAFailure() throws Exception {
        assertThat(statuses(till.judge(withSum("throw new minifaas.kernel.NotWrittenYet(\"1.1\");"))))
                .containsExactly(Status.NOT_WRITTEN, Status.PASSED, Status.NOT_WRITTEN, Status.PASSED);
        LabResult failed = till.judge(withSum("throw new AssertionError(\"believe me\");"));
        assertThat(all(failed).get(0).message())
                .isEqualTo("ForeignException at Till.java:12: java.lang.AssertionError: believe me");
    }

    @Test
    void aRaceInTheStudentsClassIsNotHidden() throws Exception {
        LabResult result = till.judge(REFERENCE
                .replace("synchronized int total", "int total")
                .replace("sold += price.getAsInt();", "int before = sold;\n        sold = before + price.getAsInt();"));
        assertThat(statuses(result)).containsExactly(Status.PASSED, Status.PASSED, Status.PASSED, Status.FAILED);
    }

    @Test
    void aThreadThatOutlivesItsTestReachesNothingOfTheNext() throws Exception {
        LabResult result = till.judge(REFERENCE.replace("sold += price.getAsInt();", """
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
        LabResult wrong = till.judge(withSum("return prices.total();"));
        assertThat(wrong.problems().get(0).toString()).contains("Till.java:12: cannot find symbol");
        assertThat(statuses(wrong)).containsOnly(Status.NOT_RUN);
        assertThat(wrong.possible()).isEqualTo(8);

        LabResult changed = till.judge(REFERENCE.replace("int sum(", "long sum("));
        assertThat(changed.problems().get(0).message()).contains("int sum(").contains("long sum(");

        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        LabResult nested = till.judge(withSum("return " + deep + ";"));
        assertThat(nested.problems()).hasSize(1);
        assertThat(nested.problems().get(0).message()).contains("is nested too deeply");

        LabResult large = till.judge(REFERENCE + "// ".repeat(200_000));
        assertThat(large.problems().get(0).message()).contains("bytes");
        assertThat(statuses(till.judge(REFERENCE))).containsOnly(Status.PASSED);
    }
}
