package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import minifaas.course.cli.Faas.Outcome;
import minifaas.course.lab.SampleCourse;
import minifaas.kernel.FileTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String WRONG_SUM = "return prices.isEmpty() ? 1 : prices.stream().reduce(0, Integer::sum);";

    @TempDir
    private Path home;

    private SampleCourse course;
    private Faas faas;

    @BeforeEach
    void aCourse() throws IOException {
        course = SampleCourse.in(home);
        faas = Faas.of(course);
    }

    @Test
    void aLabSaysPerExerciseWhatFailedAndTheFirstHint() throws Exception {
        assertThat(faas.run("lab", "1")).isEqualTo(new Outcome(1, """
                Lab 1: A till
                1.1 Add up: 0 of 5 points
                    not written yet: Till.java, sum
                1.2 Give a discount: 0 of 5 points
                    waits for 1.1

                0 of 10 points
                Stuck? ./faas hint 1.1
                """));

        course.studentWithSum(WRONG_SUM);
        assertThat(faas.run("lab", "1", "--seed", "5")).isEqualTo(new Outcome(1, """
                Lab 1: A till
                1.1 Add up: 3 of 5 points
                    failed: nothing costs nothing: an empty till holds 0 (expected: 0 but was: 1)
                    hint: What is the sum of nothing?
                1.2 Give a discount: 5 of 5 points

                8 of 10 points
                The same inputs again: ./faas lab 1 --seed 5
                Stuck? ./faas hint 1.1
                """));

        course.student(SampleCourse.REFERENCE);
        assertThat(faas.run("lab", "1")).isEqualTo(new Outcome(0, """
                Lab 1: A till
                1.1 Add up: 5 of 5 points
                1.2 Give a discount: 5 of 5 points

                10 of 10 points
                All of it is done. What minifaas does, and why: ./faas lab 1 --solution
                The platform with your classes in it: ./faas up --mine
                """));
    }

    @Test
    void aChangedSignatureIsNamedAndNothingRuns() throws Exception {
        course.student(SampleCourse.REFERENCE
                .replace("int sum(List", "long sum(List")
                .replace("int sum = sum", "int sum = (int) sum"));
        Outcome outcome = faas.run("lab", "1");
        assertThat(outcome.output())
                .contains("labs/01-sample/src/main/java/minifaas/sample/Till.java: Till#sum: expected `")
                .contains("found `")
                .endsWith("""
                          The tests run when that is mended.
                        1.1 Add up: not run
                        1.2 Give a discount: not run
                        """);
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void whatWaitsSaysWhatFailsMeanwhile() throws Exception {
        course.student(
                SampleCourse.REFERENCE.replace(SampleCourse.SUM, WRONG_SUM).replace("sum - sum / 10", "sum"));
        assertThat(faas.run("lab", "1").output()).contains("""
                1.2 Give a discount: 0 of 5 points
                    a hundred is enough for a discount: waits for 1.1 (meanwhile: 100 costs a tenth less (expected: 90 but was: 100))

                3 of 10 points
                """);
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() throws Exception {
        assertThat(faas.run("lab", "2")).isEqualTo(new Outcome(1, "faas: there is no lab 2; there is: 1\n"));
        assertThat(faas.run("hint", "1.9").output()).startsWith("faas: there is no exercise 1.9");
        assertThat(faas.run("lab").exit()).isEqualTo(2);
        FileTree.delete(home.resolve("labs"));
        assertThat(faas.run("lab", "1").output()).isEqualTo("faas: there is no lab 1; there is: none yet\n");
    }

    @Test
    void hintsComeStepByStep() throws Exception {
        String first = "Step 1 of 2: Look at each price once.\n";
        String second = "Step 2 of 2: A stream of numbers has a sum.\n";
        assertThat(faas.run("hint", "1.1")).isEqualTo(new Outcome(0, first));
        assertThat(faas.run("hint", "1.1").output()).isEqualTo(second);
        assertThat(faas.run("hint", "1.1").output())
                .isEqualTo(second + "There are no more hints for 1.1. What opens its solution:"
                        + " ./faas lab 1 --solution --give-up=1.1\n");
        assertThat(faas.run("hint", "1.1", "--step", "1").output()).isEqualTo(first);
        assertThat(faas.run("hint", "1.1", "--all").output()).isEqualTo(first + second);
        assertThat(faas.run("hint", "1.1", "--step", "3"))
                .isEqualTo(new Outcome(1, "faas: the hints for 1.1 have the steps 1 to 2\n"));
    }

    @Test
    void aHandoutPointsToNoSolution() throws Exception {
        Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("course.jar"));
        course.student(SampleCourse.REFERENCE);
        assertThat(faas.run("lab", "1").output())
                .contains("All of it is done.\nThe platform with your classes")
                .doesNotContain("--solution");
        faas.run("hint", "1.1", "--step", "2");
        assertThat(faas.run("hint", "1.1").output())
                .endsWith("There are no more hints for 1.1. Your instructor can tell more.\n");
    }

    @Test
    void resetPutsOneExerciseBackAndKeepsTheStudentsVersion() throws Exception {
        course.studentWithSum(WRONG_SUM);
        assertThat(faas.run("reset", "1.1").output()).contains("labs/01-sample/aside/1.1-1.java");
        assertThat(Files.readString(home.resolve("labs/01-sample/aside/1.1-1.java")))
                .contains("The sum of all prices", WRONG_SUM);
        assertThat(Files.readString(course.till()))
                .contains(
                        "throw new NotWrittenYet(\"1.1\");", "sum - sum / 10", "import minifaas.kernel.NotWrittenYet;")
                .doesNotContain(WRONG_SUM);
        assertThat(faas.run("lab", "1").output()).contains("    not written yet: Till.java, sum\n");
        assertThat(faas.run("reset", "1.1").output()).doesNotContain("aside");
        Files.delete(course.till());
        assertThat(faas.run("reset", "1.1").output()).contains("Till.java is not there");
    }

    @Test
    @Tag("long")
    @Tag("once")
    void aSolutionOpensWhenItsExercisePassesOrIsGivenUp() throws Exception {
        course.student(SampleCourse.STARTER.replace(SampleCourse.NO_SUM, SampleCourse.SUM));
        Outcome half = faas.run("lab", "1", "--solution");
        assertThat(half.exit()).isEqualTo(1);
        assertThat(half.output())
                .contains(SampleCourse.SUM, "1.2 Give a discount: opens when it passes")
                .doesNotContain("sum / 10", "walkthrough.adoc");
        assertThat(faas.run("progress").output())
                .contains(" 1 A till: 5 of 10 points\n")
                .doesNotContain("given up");

        Outcome open = faas.run("lab", "1", "--solution", "--give-up=1.2");
        assertThat(open.exit()).isZero();
        assertThat(open.output())
                .contains("sum / 10", "solutions/01-sample/walkthrough.adoc")
                .contains("A till\n------\n", "Add them up:\n\n    public static int sum(")
                .doesNotContain("include::", "[source");
        assertThat(faas.run("lab", "1", "--solution").exit()).isZero();
        assertThat(faas.run("progress").output())
                .contains(" 1 A till: 5 of 10 points, given up: 1.2\n", " 2 Later\n", "\n5 of 10 points\n");
    }

    @Test
    @Tag("long")
    @Tag("once")
    void watchShowsEachSaveAndOutlivesWhatTheCodeDoes() throws Exception {
        try (var watch = faas.start("lab", "1", "--watch")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> watch.output().contains("Watching"));
            course.studentWithSum("if (true) System.exit(0); " + SampleCourse.SUM);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> watch.output().contains("your code ended the JVM with status 0"));
            course.studentWithSum("System.out.println(\"begun\"); while (true) Thread.onSpinWait();");
            await().atMost(Duration.ofSeconds(60)).until(() -> watch.output().contains("begun"));
            course.student(SampleCourse.REFERENCE);
            await().atMost(Duration.ofSeconds(60)).until(() -> watch.output().contains("10 of 10 points"));
            assertThat(watch.output())
                    .as("the endless run was ended by the save")
                    .doesNotContain("did not end");
            showsASave(watch);
            assertThat(watch.output())
                    .as("each run begins with its time")
                    .containsPattern("---- \\d\\d:\\d\\d:\\d\\d ----\nLab 1");
            assertThat(watch.process().isAlive()).isTrue();
        }
    }

    /** Prints how long it takes; what that may be depends on the machine, and a second is the aim. */
    private void showsASave(Faas.Started watch) throws IOException {
        long saved = System.nanoTime();
        course.studentWithSum(WRONG_SUM);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> watch.output().contains("8 of 10 points"));
        long millis = Duration.ofNanos(System.nanoTime() - saved).toMillis();
        System.out.println("The result of a save was shown after " + millis + " ms");
    }

    @Test
    void aMistakeInTheTermIsOneLineBeforeAnythingIsBuilt() throws Exception {
        Path term = home.resolve("term.yaml");
        Files.writeString(term, "title: Tills\nchapters: [{chapter: 1, due: tomorrow}]\n");
        assertThat(faas.run("site", "--course", term.toString()))
                .isEqualTo(new Outcome(
                        1, "faas: " + term + ": chapter 1: 'due' is 'tomorrow', not a date such as 2026-10-31\n"));
        assertThat(faas.run("site", "--help").output()).contains("--course", "student, instructor", "--out", "--pdf");
        assertThat(faas.run("site", "--edition", "other").exit()).isEqualTo(2);
    }

    @Test
    void allCommandsAreListed() throws Exception {
        assertThat(faas.run("--help").output())
                .contains("up", "demo", "logs", "env", "bench", "lab", "hint", "progress", "reset", "site", "handout");
        assertThat(faas.run("up", "--help").output()).contains("--mine", "--port");
    }
}
