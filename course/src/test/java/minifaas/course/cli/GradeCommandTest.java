package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.cli.Faas.Outcome;
import minifaas.course.lab.SampleCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The command that an instructor types, for submissions of the sample course. */
class GradeCommandTest {
    private static final long LONGEST_SECONDS = 300;

    @TempDir
    private Path folder;

    private Faas faas;
    private Path submissions;
    private Path out;

    @BeforeEach
    void aCourse() throws IOException {
        SampleCourse course = SampleCourse.in(Files.createDirectory(folder.resolve("course")));
        faas = Faas.of(course);
        submissions = folder.resolve("submissions");
        out = folder.resolve("results");
        Files.writeString(folder.resolve("key"), "a secret of sixteen characters and more");
        handIn("Ada_1", SampleCourse.REFERENCE);
        handIn("Ben_2", SampleCourse.STARTER.replace(SampleCourse.NO_SUM, SampleCourse.SUM));
        handIn("Cleo_3", "package minifaas.sample;\nclass Till {");
        handIn("Dan_4", SampleCourse.REFERENCE.replace("package minifaas.sample;", "package sample;"));
        Files.writeString(submissions.resolve("late.rar"), "Rar!");
    }

    private void handIn(String name, String till) throws IOException {
        Path file = submissions.resolve(name).resolve("src/main/java/minifaas/sample/Till.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, till);
    }

    private Outcome grade(String... more) throws Exception {
        var arguments = new ArrayList<>(
                List.of("grade", "--lab", "1", "--key", folder.resolve("key").toString()));
        arguments.addAll(List.of("--out", out.toString()));
        arguments.addAll(List.of(more));
        return faas.run(LONGEST_SECONDS, arguments.toArray(String[]::new));
    }

    @Test
    @Tag("long")
    void eachSubmissionGetsItsPointsInEveryForm() throws Exception {
        Outcome first = grade("--format", "csv,junit,gradescope,classroom50,exercism", submissions.toString());
        assertThat(first.output())
                .contains("/5] Ada_1: 10 of 10 points\n")
                .containsPattern("\nAda_1 +10 of 10  1\\.1: 5  1\\.2: 5\n")
                .containsPattern("\nBen_2 +5 of 10  1\\.1: 5  1\\.2: 0\n")
                .containsPattern("\nCleo_3 +0 of 10 .*\n    minifaas/sample/Till.java:2: ")
                .containsPattern(
                        "\nDan_4 +0 of 10 .*\n    minifaas/sample/Till.java: expected `package minifaas.sample;`,")
                .containsPattern("\nlate.rar +0 of 10 .*\n    it is not a zip that can be read")
                .endsWith("The results are in " + out + "\n");
        assertThat(first.exit()).isZero();
        for (String file : List.of(
                "submissions/Ada_1.json",
                "junit/Ada_1.xml",
                "gradescope/Ada_1.json",
                "classroom50/Ada_1.json",
                "exercism/Ada_1.json")) assertThat(out.resolve(file)).isNotEmptyFile();
        String book = Files.readString(out.resolve("grades.csv"));
        assertThat(book).contains("\r\nAda_1,1,10,10,5,5,", "\r\nBen_2,1,5,10,5,0,", "\r\nCleo_3,1,0,10,0,0,");

        assertThat(grade(submissions.toString()).output()).contains("Ben_2: 5 of 10 points (kept from an earlier run)");
        assertThat(Files.readString(out.resolve("grades.csv"))).isEqualTo(book);

        Files.writeString(folder.resolve("key"), "another secret of many characters");
        assertThat(grade(submissions.toString()).output())
                .contains("Ben_2: 5 of 10 points (graded again: the key is another one)");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(1, "there is no lab 9; there is: 1", List.of("--lab", "9", "x")),
                arguments(
                        1,
                        "there is nothing to grade: missing does not exist",
                        List.of("--lab", "1", "--key", "KEY", "missing")),
                arguments(1, "there is no key nokey", List.of("--lab", "1", "--key", "nokey", "SUBMISSIONS")),
                arguments(
                        1,
                        "the results can't be written to ",
                        List.of("--lab", "1", "--key", "KEY", "--out", "KEY", "SUBMISSIONS")),
                arguments(
                        1,
                        "is a folder: name the zip to make",
                        List.of("--lab", "1", "--key", "KEY", "--gradescope", "SUBMISSIONS")),
                arguments(2, "Invalid value for option '--format'", List.of("--lab", "1", "--format", "xls", "x")),
                arguments(2, "Missing required option: '--lab=N'", List.of("x")),
                arguments(2, "give either what is to be graded or --gradescope", List.of("--lab", "1")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSaidInOneLine(int exit, String line, List<String> given) throws Exception {
        var arguments = new ArrayList<>(List.of("grade"));
        for (String each : given)
            arguments.add(each.replace("SUBMISSIONS", submissions.toString())
                    .replace("KEY", folder.resolve("key").toString()));
        Outcome outcome = faas.run(arguments.toArray(String[]::new));
        assertThat(outcome.output()).startsWith("faas: ").contains(line).hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(exit);
    }

    @Test
    void theHelpNamesTheForms() throws Exception {
        assertThat(faas.run("grade", "--help").output())
                .contains("csv", "junit", "gradescope", "classroom50", "exercism", "--gradescope", "--key", "--one")
                .doesNotContain("--seed");
    }
}
