package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Problem;
import minifaas.course.lab.SampleCourse;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.kernel.FileTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraderTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final TestResult FAILED = new TestResult(Samples.TESTS.get(1), Status.FAILED, "an empty till");

    @TempDir
    private Path folder;

    private SampleCourse course;
    private ResultFiles files;
    private Submission submission;
    private int judged;

    @BeforeEach
    void aSubmission() throws IOException {
        course = SampleCourse.in(folder.resolve("course"));
        files = new ResultFiles(folder.resolve("results"));
        submission = new Submission(Files.createDirectory(folder.resolve("ada")), "ada");
        write("class Till {}");
    }

    private void write(String text) throws IOException {
        Files.writeString(submission.place().resolve("Till.java"), "package minifaas.sample;\n" + text);
    }

    private Graded grade(Basis basis, Judge judge) throws Exception {
        return new Grader(course.lab(), basis, Samples.unjudged(), judge, files, folder.resolve("work"), NOON)
                .grade(submission);
    }

    private Judge judge(TestResult... others) {
        return (sources, work, ended) -> {
            judged++;
            return new LabResult(course.lab().chapter(), 1, List.of(), Samples.results(List.of(others)), List.of());
        };
    }

    @Test
    void theVerdictsOfTheJudgeAreTheResult() throws Exception {
        Graded graded = grade(Samples.PROTECTED, judge(FAILED));
        assertThat(graded.result().points()).isEqualTo(8);
        assertThat(graded.result().possible()).isEqualTo(10);
        assertThat(graded.result().done()).isTrue();
        assertThat(graded.result().tests().map(TestGrade::message)).containsExactly("", "an empty till", "");
        assertThat(files.read(submission)).contains(graded.result());
        assertThat(folder.resolve("work/ada")).doesNotExist();
    }

    @Test
    void theFileBeginsWithoutPointsAndHasEachVerdictAtOnce() throws Exception {
        var onDisk = new ArrayList<Integer>();
        grade(Samples.PROTECTED, (sources, work, ended) -> {
            onDisk.add(files.read(submission).orElseThrow().points());
            for (TestResult result : List.of(passed(0), FAILED, passed(2))) {
                ended.accept(result);
                SubmissionResult now = files.read(submission).orElseThrow();
                assertThat(now.done()).isFalse();
                onDisk.add(now.points());
            }
            return judge(FAILED).judge(sources, work, ended);
        });
        assertThat(onDisk).containsExactly(0, 3, 3, 8);
    }

    private static TestResult passed(int index) {
        return new TestResult(Samples.TESTS.get(index), Status.PASSED, "");
    }

    @Test
    void whatTheJudgeSaysAtTheEndReplacesWhatItSaidBefore() throws Exception {
        Graded graded = grade(Samples.PROTECTED, (sources, work, ended) -> {
            ended.accept(passed(1));
            return judge(FAILED).judge(sources, work, ended);
        });
        assertThat(graded.result().points()).isEqualTo(8);
    }

    @Test
    void aVerdictAfterTheEndCountsNoMore() throws Exception {
        var late = new ArrayList<Consumer<TestResult>>();
        grade(Samples.PROTECTED, (sources, work, ended) -> {
            late.add(ended);
            return judge(FAILED).judge(sources, work, ended);
        });
        late.get(0).accept(passed(1));
        assertThat(files.read(submission).orElseThrow().points()).isEqualTo(8);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new IOException("no processes left")),
                arguments(new IllegalStateException("no processes left")),
                arguments(new UncheckedIOException(new IOException("its worker can't be ended"))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aJudgeThatFailsLeavesTheSubmissionOpenForTheNextRun(Exception failure) throws Exception {
        Graded graded = grade(Samples.PROTECTED, (sources, work, ended) -> {
            ended.accept(passed(0));
            if (failure instanceof IOException disk) throw disk;
            throw (RuntimeException) failure;
        });
        assertThat(graded.result().done()).isFalse();
        assertThat(graded.result().points()).isEqualTo(3);
        assertThat(graded.result().remarks())
                .containsExactly("not graded to the end", "it could not be judged: " + failure);

        Graded again = grade(Samples.PROTECTED, judge());
        assertThat(again.remark()).isEqualTo("graded again: it was not graded to the end");
        assertThat(again.result().points()).isEqualTo(10);
    }

    @Test
    void aResultThatCannotBeWrittenEndsTheRun() throws Exception {
        assertThatThrownBy(() -> grade(Samples.PROTECTED, (sources, work, ended) -> {
                    FileTree.delete(folder.resolve("results"));
                    try {
                        ended.accept(passed(0));
                    } finally {
                        Files.createDirectory(folder.resolve("results"));
                    }
                    return judge().judge(sources, work, ended);
                }))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aSubmissionThatCannotBeReadIsNeverJudged() throws Exception {
        Files.delete(submission.place().resolve("Till.java"));
        SubmissionResult result = grade(Samples.PROTECTED, judge()).result();
        assertThat(result.points()).isZero();
        assertThat(result.possible()).isEqualTo(10);
        assertThat(result.done()).isTrue();
        assertThat(result.problems()).containsExactly("none of the lab's classes is in it: [Till.java]");
        assertThat(judged).isZero();
        assertThat(grade(Samples.PROTECTED, judge()).remark()).isEqualTo("kept from an earlier run");
    }

    @Test
    void problemsNameTheStudentsFileAndNoFolderOfThisMachine() throws Exception {
        SubmissionResult result = grade(Samples.PROTECTED, (sources, work, ended) -> {
                    var problem = new Problem(sources.resolve("minifaas/sample/Till.java"), 3, "';' expected", "x");
                    return new LabResult(course.lab().chapter(), 1, List.of(problem), List.of(), List.of());
                })
                .result();
        assertThat(result.problems()).containsExactly("minifaas/sample/Till.java:3: ';' expected: x");
        assertThat(result.points()).isZero();
        assertThat(result.possible()).as("tests that the judge does not name").isEqualTo(10);
    }

    static Stream<Arguments> changes() {
        Basis basis = Samples.PROTECTED;
        return Stream.of(
                arguments("kept from an earlier run", basis),
                arguments(
                        "graded again: the key is another one",
                        new Basis("00000000000000ff", basis.tests(), basis.sandbox(), List.of())),
                arguments(
                        "graded again: the tests or what they run with have changed",
                        new Basis(basis.seed(), "00000000000000ff", basis.sandbox(), List.of())),
                arguments("graded again: the sandbox was bubblewrap", Samples.UNPROTECTED),
                arguments(
                        "graded again: the sandbox protected otherwise",
                        new Basis(basis.seed(), basis.tests(), basis.sandbox(), List.of("sockets"))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aSecondRunKeepsWhatStandsAndSaysWhyTheRestDoesNot(String remark, Basis now) throws Exception {
        assertThat(grade(Samples.PROTECTED, judge(FAILED)).remark()).isEmpty();
        Graded second = grade(now, judge(FAILED));
        assertThat(second.remark()).isEqualTo(remark);
        assertThat(second.result().basis()).isEqualTo(now);
        assertThat(judged).isEqualTo(remark.startsWith("kept") ? 1 : 2);
    }

    static Stream<Arguments> filesChanged() {
        return Stream.of(
                arguments("was of lab 6", (UnaryOperator<String>) json -> json.replace("\"lab\" : 1", "\"lab\" : 6")),
                arguments("not graded to the end", (UnaryOperator<String>)
                        json -> json.replace("\"done\" : true", "\"done\" : false")),
                arguments("it is not a result", (UnaryOperator<String>) json -> "{}"),
                arguments("it is not a result: Unexpected end-of-input", (UnaryOperator<String>)
                        json -> json.substring(0, json.length() / 2)));
    }

    @ParameterizedTest
    @MethodSource("filesChanged")
    void aFileThatIsNotThisResultIsGradedAgain(String remark, UnaryOperator<String> change) throws Exception {
        SubmissionResult first = grade(Samples.PROTECTED, judge(FAILED)).result();
        Files.writeString(files.of(submission), change.apply(Files.readString(files.of(submission))));
        Graded second = grade(Samples.PROTECTED, judge(FAILED));
        assertThat(second.remark()).startsWith("graded again: ").contains(remark);
        assertThat(second.result()).isEqualTo(first);
    }

    @Test
    void aSubmissionThatHasChangedIsGradedAgain() throws Exception {
        grade(Samples.PROTECTED, judge(FAILED));
        write("class Till { int changed; }");
        assertThat(grade(Samples.PROTECTED, judge()).remark()).isEqualTo("graded again: the submission has changed");
    }
}
