package minifaas.course.grade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import minifaas.course.grade.Basis;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.Graded;
import minifaas.course.grade.Samples;
import minifaas.course.grade.Submission;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.grade.TestGrade;
import minifaas.course.lab.Status;
import minifaas.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each form says of the same results, compared with files that were read and approved. */
class ReportsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "minifaas", "course", "grade", "report");
    private static final SubmissionResult WHOLE =
            Samples.result("Ada Lovelace_1", Samples.PROTECTED, Status.PASSED, Status.PASSED, Status.PASSED);
    private static final SubmissionResult HALF =
            Samples.result("=HYPERLINK(\"x\"),<b>", Samples.UNPROTECTED, Status.PASSED, Status.FAILED, Status.WAITS);
    private static final SubmissionResult NOTHING =
            Samples.result("late\u0007.rar", Samples.PROTECTED, Status.NOT_RUN, Status.NOT_RUN, Status.NOT_RUN);

    @TempDir
    private Path folder;

    private static List<Graded> run(SubmissionResult... results) {
        return Stream.of(results)
                .map(result -> new Graded(new Submission(Path.of("s" + result.points() + ".zip"), "s"), result, ""))
                .toList();
    }

    private Map<String, String> written(Format format, SubmissionResult... results) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        format.write(run(results), out);
        try (Stream<Path> files = Files.walk(out)) {
            var texts = new TreeMap<String, String>();
            for (Path file : files.filter(Files::isRegularFile).toList())
                texts.put(file.getFileName().toString(), Files.readString(file));
            return texts;
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFormIsWrittenAsApproved(Format format) throws IOException {
        for (var each : written(format, WHOLE, HALF, NOTHING).entrySet())
            assertThat(each.getValue())
                    .isEqualTo(
                            Files.readString(GOLDEN.resolve(format.toString()).resolve(each.getKey())));
    }

    @Test
    void theTableIsPrintedAsApproved() throws IOException {
        assertThat(table(WHOLE, HALF, NOTHING)).isEqualTo(Files.readString(GOLDEN.resolve("table.txt")));
    }

    private static String table(SubmissionResult... results) {
        var bytes = new ByteArrayOutputStream();
        ScoreTable.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), run(results));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormSaysThatScoresAreUnprotectedAndOnlyThen(Format format) throws IOException {
        for (SubmissionResult result : List.of(HALF, WHOLE)) {
            String text = String.join("\n", written(format, result).values());
            assertThat(text.contains("scores are unprotected"))
                    .isEqualTo(!result.basis().isProtected());
            for (String line : result.basis().cannotStop()) assertThat(text).contains(line);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatCannotBePrintedReachesNoForm(Format format) throws IOException {
        String hostile = "a\u001b[2J\nb\u009b\ud83d\u202e\u2028";
        SubmissionResult result = hostile(
                Samples.result(hostile, Samples.PROTECTED, Status.PASSED, Status.PASSED, Status.PASSED), hostile);
        assertThat(table(result)).contains("a?[2J?b????  ", "    a?[2J?b????\n").hasLineCount(3);
        for (String text : written(format, result).values())
            assertThat(text).doesNotContain("\u001b", "\u009b", "\u202e", "\u2028", "2J\nb");
    }

    /** With a text in each place that a student can write to. */
    private static SubmissionResult hostile(SubmissionResult result, String text) {
        List<ExerciseGrade> exercises = result.exercises().stream()
                .map(exercise -> new ExerciseGrade(
                        exercise.id(),
                        exercise.title(),
                        exercise.tests().stream()
                                .map(test ->
                                        new TestGrade(test.id(), test.name(), Status.FAILED, test.possible(), text))
                                .toList()))
                .toList();
        return new SubmissionResult(
                result.schema(),
                result.lab(),
                result.title(),
                text,
                result.digest(),
                result.basis(),
                exercises,
                List.of(text),
                List.of(text),
                result.started(),
                result.seconds(),
                true);
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = "a".repeat(36) + "😀".repeat(5);
        assertThat(table(Samples.result(name, Samples.PROTECTED))).startsWith("a".repeat(36) + "😀...  ");
    }

    @Test
    void theTableSaysOnceThatScoresAreUnprotected() {
        assertThat(table(HALF, HALF)).containsOnlyOnce("scores are unprotected");
        assertThat(table(WHOLE)).doesNotContain("unprotected");
    }

    /** What exercism.org/docs/building/tooling/test-runners/interface asks for. */
    @Test
    void exercismsLimitsHold() throws IOException {
        String long600 = "😀".repeat(600);
        var basis = new Basis(Samples.PROTECTED.seed(), Samples.PROTECTED.tests(), "process", List.of(long600));
        for (SubmissionResult result : List.of(
                WHOLE, NOTHING, Samples.result("s", basis, Status.PASSED, Status.DID_NOT_END, Status.NOT_WRITTEN))) {
            JsonNode json = Json.read(new ExercismResult().of(result).getBytes(StandardCharsets.UTF_8));
            assertThat(json.path("version").asInt()).isEqualTo(3);
            assertThat(json.path("status").asText()).isIn("pass", "fail", "error");
            assertThat(json.path("message").isNull())
                    .isEqualTo(!json.path("status").asText().equals("error"));
            for (JsonNode test : json.path("tests")) {
                assertThat(test.path("status").asText()).isIn("pass", "fail", "error");
                assertThat(test.path("message").isNull())
                        .isEqualTo(test.path("status").asText().equals("pass"));
                assertThat(test.path("output").asText().codePoints().count()).isLessThanOrEqualTo(500);
                assertThat(test.path("task_id").asInt()).isPositive();
            }
        }
    }

    /** What gradescope-autograders.readthedocs.io/en/latest/specs asks for. */
    @Test
    void gradescopesValuesAreThoseOfItsSpecification() throws IOException {
        JsonNode json = Json.read(new GradescopeResults().of(HALF).getBytes(StandardCharsets.UTF_8));
        assertThat(json.path("score").isNumber()).isTrue();
        double sum = 0;
        for (JsonNode test : json.path("tests")) {
            sum += test.path("score").asDouble();
            assertThat(test.path("score").asDouble())
                    .isBetween(0.0, test.path("max_score").asDouble());
            assertThat(test.path("status").asText()).isIn("passed", "failed");
            assertThat(test.path("visibility").asText()).isIn("hidden", "after_due_date", "after_published", "visible");
            assertThat(test.path("output_format").asText()).isIn("text", "html", "simple_format", "md", "ansi");
        }
        assertThat(json.path("score").asDouble()).isEqualTo(sum);
    }

    @Test
    void classroom50TakesWhatItsRunnerSays() throws IOException {
        var runner = Map.of("CLASSROOM", "cs", "ASSIGNMENT", "lab7", "SUBMISSION_TAG", "submit/1", "COMMIT_URL", "url");
        JsonNode json = Json.read(new Classroom50Result(runner).of(WHOLE).getBytes(StandardCharsets.UTF_8));
        assertThat(json.path("classroom").asText()).isEqualTo("cs");
        assertThat(json.path("assignment").asText()).isEqualTo("lab7");
        assertThat(json.path("submission").asText()).isEqualTo("submit/1");
        assertThat(json.path("review").asText()).isEqualTo("url");
        assertThat(json.path("datetime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Set.copyOf(json.path("tests").findValuesAsText("max-score")))
                .containsExactlyInAnyOrder("3", "2", "5");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("Ada", "Ada"),
                arguments("Lovelace, Ada", "\"Lovelace, Ada\""),
                arguments("a \"b\"", "\"a \"\"b\"\"\""),
                arguments("two\nlines", "two?lines"),
                arguments("=1+1", "'=1+1"),
                arguments("+1", "'+1"),
                arguments("-1", "'-1"),
                arguments("@SUM(A1)", "'@SUM(A1)"),
                arguments(" =1", "' =1"),
                arguments("\t=1", "?=1"),
                arguments("＝1", "'＝1"),
                arguments("a=1", "a=1"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsNeverAFormulaInTheGradeBook(String name, String cell) {
        String book = GradeBook.of(List.of(Samples.result(name, Samples.PROTECTED, Status.PASSED)));
        assertThat(book).contains("\r\n" + cell + ",1,3,10,").endsWith("\r\n");
    }
}
