package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import minifaas.course.grade.report.Format;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.SampleCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradingRunTest {
    private static final int SUBMISSIONS = 12;

    @TempDir
    private Path folder;

    private SampleCourse course;
    private Path all;

    @BeforeEach
    void submissions() throws IOException {
        course = SampleCourse.in(folder.resolve("course"));
        all = folder.resolve("submissions");
        for (int i = 0; i < SUBMISSIONS; i++) {
            Path own = Files.createDirectories(all.resolve("student %02d".formatted(i)));
            Files.writeString(own.resolve("Till.java"), "package minifaas.sample;\n// " + i + "\n");
        }
    }

    private List<Graded> grade(Path out) throws Exception {
        return GradingProcess.grade(course.lab(), all, out);
    }

    private static String gradeBook(Path out) throws IOException {
        return Files.readString(out.resolve(Format.GRADE_BOOK));
    }

    @Test
    void severalAreGradedSideBySideAndKeptInTheirOrder() throws Exception {
        Path out = folder.resolve("out");
        List<Graded> graded = grade(out);
        assertThat(graded)
                .hasSize(SUBMISSIONS)
                .extracting(each -> each.result().submission())
                .isSorted();
        assertThat(graded).extracting(each -> each.result().points()).contains(0, 3, 5, 10);
        assertThat(out.resolve(".minifaas-work")).doesNotExist();
        String book = gradeBook(out);
        assertThat(grade(out)).extracting(Graded::remark).containsOnly("kept from an earlier run");
        assertThat(gradeBook(out)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void aRunThatIsKilledAndDoneAgainGivesTheSameGradeBook(int verdicts) throws Exception {
        grade(folder.resolve("whole"));
        Path out = folder.resolve("killed");
        Path sign = folder.resolve("sign");
        Process process = process(Map.of(), out, sign, verdicts);
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(sign));
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as("it was killed: %s", Files.readString(folder.resolve("printed")))
                .isNotZero();
        assertThat(out.resolve(Format.GRADE_BOOK)).doesNotExist();

        assertThat(grade(out))
                .extracting(Graded::remark)
                .anyMatch(
                        remark -> remark.isEmpty() || remark.startsWith("graded again: it was not graded to the end"));
        assertThat(gradeBook(out)).isEqualTo(gradeBook(folder.resolve("whole")));
        assertThat(out.resolve(".minifaas-work")).doesNotExist();
    }

    private Process process(Map<String, String> environment, Path out, Path sign, int verdicts) throws IOException {
        var process = new ProcessBuilder(
                CourseJars.java(),
                "-cp",
                System.getProperty("java.class.path"),
                GradingProcess.class.getName(),
                course.home().toString(),
                all.toString(),
                out.toString(),
                sign.toString(),
                Integer.toString(verdicts));
        process.environment().putAll(environment);
        return process.redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
    }

    @Test
    void aRunThatIsInterruptedEndsWithoutAnErrorOfItsOwn() throws Exception {
        all = Files.createDirectories(folder.resolve("one"));
        Files.writeString(all.resolve("Till.java"), "package minifaas.sample;\n// 1\n");
        Path sign = folder.resolve("sign");
        Process process = process(Map.of(), folder.resolve("out"), sign, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(sign));
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("printed"))).isEmpty();
    }

    /** As where LANG names a locale that is not installed. */
    @Test
    void namesThatTheLocaleLacksAreGradedAllTheSame() throws Exception {
        all = folder.resolve("foreign");
        for (String name : List.of("Müller", "Möller")) {
            Path own = Files.createDirectories(all.resolve(name).resolve("Übung"));
            Files.writeString(own.resolve("Till.java"), "package minifaas.sample;\n// 1\n");
        }
        Path out = folder.resolve("out");
        Process process = process(Map.of("LC_ALL", "C"), out, folder.resolve("sign"), Integer.MAX_VALUE);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("printed"))).isEmpty();
        assertThat(gradeBook(out)).containsPattern("\nM.*ller,1,3,10,.*\r\nM.*ller,1,3,10,");
        assertThat(grade(out))
                .as("with another locale")
                .extracting(Graded::remark)
                .containsExactly("kept from an earlier run", "kept from an earlier run");
    }

    @Test
    void aFolderOfSomebodysBesideTheResultsIsLeftAlone() throws Exception {
        Path out = folder.resolve("out");
        Path file = Files.createDirectories(out.resolve("work")).resolve("thesis.txt");
        Files.writeString(file, "of three years");
        grade(out);
        assertThat(file).hasContent("of three years");
    }

    @Test
    void twoRunsNeverWriteToOneFolder() throws Exception {
        Path out = folder.resolve("out");
        try (var first = new GradingRun(out)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> new GradingRun(out))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another run writes its results to " + out);
        }
        grade(out);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new GradingRun(file.resolve("results")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the results can't be written to " + file);
    }
}
