package minifaas.course.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minifaas.course.jars.CourseJars;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class LabRunnerTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir
    private Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private SampleCourse course;

    @BeforeEach
    void aCourse() throws IOException {
        course = SampleCourse.in(home);
    }

    @Test
    void theStarterIsNotWrittenAndWhatNeedsItWaits() throws Exception {
        LabResult result = run();
        assertThat(result.problems()).isEmpty();
        assertThat(statuses(result)).containsExactly(Status.NOT_WRITTEN, Status.NOT_WRITTEN, Status.WAITS);
        assertThat(result.exercises().get(1).tests().get(0).message()).isEqualTo("waits for 1.1");
        assertThat(result.points()).isZero();
        assertThat(result.possible()).isEqualTo(10);
        assertThat(result.exercises().get(0).hint()).isEmpty();
        assertThat(result.passes()).isFalse();
    }

    @Test
    void theReferencePasses() throws Exception {
        course.student(SampleCourse.REFERENCE);
        LabResult result = run();
        assertThat(statuses(result)).containsOnly(Status.PASSED);
        assertThat(result.points()).isEqualTo(10);
        assertThat(result.passes()).isTrue();
    }

    @Test
    void aFailureIsOneLineInTheStudentsWords() throws Exception {
        course.studentWithSum("return prices.isEmpty() ? 1 : " + SampleCourse.SUM.substring("return ".length()));
        LabResult result = run();
        assertThat(statuses(result)).containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
        TestResult failed = result.exercises().get(0).tests().get(1);
        assertThat(failed.test().name()).isEqualTo("nothing costs nothing");
        assertThat(failed.message()).isEqualTo("an empty till holds 0 (expected: 0 but was: 1)");
        assertThat(result.exercises().get(0).hint()).contains("What is the sum of nothing?");
        assertThat(result.points()).isEqualTo(8);
    }

    @Test
    void anExceptionIsNamedWithItsPlace() throws Exception {
        course.studentWithSum("return prices.get(0);");
        assertThat(run().exercises().get(0).tests().get(1).message())
                .contains("IndexOutOfBounds")
                .contains("Till.java:9");
    }

    @Test
    void theNextExerciseIsSeenWhileAnotherIsStillToBeWritten() throws Exception {
        course.student(SampleCourse.STARTER.replace(SampleCourse.NO_SUM, SampleCourse.SUM));
        assertThat(statuses(run())).containsExactly(Status.PASSED, Status.PASSED, Status.NOT_WRITTEN);
    }

    @Test
    void anEndlessLoopCostsOneTestOnly() throws Exception {
        course.studentWithSum("while (prices.isEmpty()) Thread.onSpinWait();\n        " + SampleCourse.SUM);
        LabResult result = run();
        assertThat(statuses(result)).containsExactly(Status.PASSED, Status.DID_NOT_END, Status.PASSED);
        assertThat(result.exercises().get(0).tests().get(1).message()).isEqualTo("did not end within 3 s");
        assertThat(result.exercises().get(0).hint().orElseThrow())
                .as("the test's own hint is about something else")
                .startsWith("Something in exercise 1.1 goes on for ever");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .as("what a student reads while waiting")
                .isEqualTo("1.1 nothing costs nothing is still running\n");
    }

    @Test
    @Tag("long")
    void whatDidNotEndTwiceIsNotTriedAgainInTheSameExercise() throws Exception {
        course.write("labs/01-sample/src/test/java/minifaas/sample/MoreTest.java", """
                package minifaas.sample;

                import static org.assertj.core.api.Assertions.assertThat;

                import java.util.List;
                import minifaas.course.lab.Checks;

                class MoreTest {
                    @Checks(exercise = "1.1", points = 1, order = 3, hint = "And of one?")
                    void onePriceIsTheSum() {
                        assertThat(Till.sum(List.of(7))).as("the sum of one price is the price").isEqualTo(7);
                    }
                }
                """);
        course.studentWithSum("while (prices != null) Thread.onSpinWait();\n        " + SampleCourse.SUM);
        assertThat(run().exercises().get(0).tests())
                .extracting(TestResult::status)
                .containsExactlyInAnyOrder(Status.DID_NOT_END, Status.DID_NOT_END, Status.NOT_RUN);
    }

    @Test
    void theEndOfTheJvmIsPutDownToTheTestThatRan() throws Exception {
        for (String end : List.of("System.exit(3);", "Runtime.getRuntime().halt(3);")) {
            course.studentWithSum("if (prices.isEmpty()) " + end + "\n        " + SampleCourse.SUM);
            LabResult result = run();
            assertThat(statuses(result)).as(end).containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
            assertThat(result.exercises().get(0).tests().get(1).message())
                    .isEqualTo("your code ended the JVM with status 3, as System.exit(3) does");
            assertThat(result.exercises().get(0).hint().orElseThrow())
                    .as("the test's own hint is about something else")
                    .startsWith("Nothing in exercise 1.1 may end the JVM");
        }
    }

    @Test
    void whatIsPrintedIsPassedOnUpToALimit() throws Exception {
        course.studentWithSum("""
                System.out.println("first words");
                for (int i = 0; i < 100_000; i++) System.out.println("x".repeat(100));
                """ + SampleCourse.SUM);
        assertThat(run().passes()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("first words")
                .endsWith("is left out)\n");
        assertThat(printed.size()).isLessThan(20_000);
    }

    @Test
    void aThreadThatIsLeftBehindDoesNotHoldTheRunUp() throws Exception {
        course.studentWithSum("""
                new Thread(() -> { while (true) Thread.onSpinWait(); }).start();
                """ + SampleCourse.SUM);
        assertThat(run().passes()).isTrue();
    }

    @Test
    void anErrorOfTheCompilerIsOneLineWithItsPlaceAndTheTestsAreKnownAllTheSame() throws Exception {
        course.studentWithSum("return prices.total();");
        LabResult result = run();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).toString())
                .startsWith(course.till()
                        + ":9: cannot find symbol: method total() in variable prices of type List<Integer>")
                .endsWith("return prices.total();")
                .doesNotContain("\n");
        assertThat(statuses(result)).containsOnly(Status.NOT_RUN);
        assertThat(result.possible()).isEqualTo(10);
        assertThat(result.passes()).isFalse();
    }

    @Test
    void aLineWithSeveralErrorsIsNamedOnce() throws Exception {
        course.studentWithSum("return prices.total() + prices.rest();");
        assertThat(run().problems()).hasSize(1);
    }

    @Test
    void aFileInAnotherEncodingIsAnErrorLikeAnyOther() throws Exception {
        course.student(SampleCourse.REFERENCE);
        byte[] latin1 = Files.readString(course.till())
                .replace("Adds up prices.", "Adds up prices in cafés.")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(course.till(), latin1);
        LabResult result = run();
        assertThat(result.problems()).isNotEmpty();
        assertThat(result.problems().get(0).toString()).startsWith(course.till() + ":5: unmappable character");
        assertThat(statuses(result)).containsOnly(Status.NOT_RUN);
    }

    @Test
    void theSameSeedRepeatsARun() throws Exception {
        course.studentWithSum("return prices.isEmpty() ? 0 : -prices.get(0);");
        String first = message(run(7), 0);
        assertThat(message(run(7), 0)).isEqualTo(first);
        assertThat(message(run(8), 0)).isNotEqualTo(first);
    }

    @Test
    void theTimeZoneIsTheSameOnEveryMachine() throws Exception {
        course.studentWithSum("""
                if (!java.time.ZoneId.systemDefault().getId().equals("Asia/Kathmandu")) return -1;
                """ + SampleCourse.SUM);
        assertThat(run().passes()).isTrue();
        Path build = course.lab().build();
        var run = LabRun.of(
                List.of(build.resolve("classes"), build.resolve("test-classes")),
                Lab.classNames(course.lab().tests()),
                7);
        assertThat(run.inThisJvm()).allMatch(TestResult::passes);
    }

    @Test
    void variantsRunInThisJvmWithClassesOfTheirOwn() throws Exception {
        course.student(SampleCourse.REFERENCE);
        CourseJars jars = course.jars();
        run();
        Path build = course.lab().build();
        var run = LabRun.of(
                List.of(build.resolve("test-classes"), jars.minifaas()),
                Lab.classNames(course.lab().tests()),
                7);
        assertThat(run.inThisJvm()).hasSize(3).allMatch(TestResult::passes);

        course.studentWithSum("return prices.isEmpty() ? 0 : -prices.get(0);");
        LabResult forked = run(7);
        var wrong = LabRun.of(
                List.of(build.resolve("classes"), build.resolve("test-classes"), jars.minifaas()),
                Lab.classNames(course.lab().tests()),
                7);
        assertThat(LabResult.byExercise(
                        course.lab().chapter().exercises(), wrong.shuffledBy(3).inThisJvm()))
                .isEqualTo(forked.exercises());
    }

    @Test
    @Tag("long")
    void inThisJvmAnEndlessLoopIsGivenUp() throws Exception {
        course.studentWithSum("for (int i = 0; i < 1 || prices.isEmpty() && !Thread.interrupted(); i++) continue;\n"
                + SampleCourse.SUM);
        run();
        Path build = course.lab().build();
        var run = LabRun.of(
                        List.of(build.resolve("classes"), build.resolve("test-classes")),
                        Lab.classNames(course.lab().tests()),
                        7)
                .within(Duration.ofSeconds(1));
        assertThat(run.inThisJvm()).extracting(TestResult::status).containsOnlyOnce(Status.DID_NOT_END);
    }

    private LabResult run() throws Exception {
        return run(1);
    }

    private LabResult run(long seed) throws Exception {
        return new LabRunner(course.jars(), LIMIT, printed).run(course.lab(), seed);
    }

    private static List<Status> statuses(LabResult result) {
        return result.exercises().stream()
                .flatMap(exercise -> exercise.tests().stream())
                .map(TestResult::status)
                .toList();
    }

    private static String message(LabResult result, int test) {
        return result.exercises().get(0).tests().get(test).message();
    }
}
