package minifaas.course.grade;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import minifaas.course.lab.TestResult;

/**
 * What grading said of one submission: the one model that every report is written from. Points are counted from the
 * tests, wherever a result comes from, and what students chose of its texts can be printed.
 *
 * @param schema what this is: {@value #SCHEMA}
 * @param lab number of its chapter
 * @param title of the lab
 * @param submission its name
 * @param digest of the classes that were taken from it
 * @param basis what its scores rest on
 * @param exercises of the lab, in their order
 * @param notes on what was taken from the submission, one line each
 * @param problems why tests did not run, one line each; empty when they did
 * @param started when grading began, as in {@code 2026-03-01T12:00:00Z}
 * @param seconds that it took
 * @param done the closing mark: all is said
 */
@JsonIgnoreProperties(
        value = {"points", "possible"},
        allowGetters = true)
public record SubmissionResult(
        String schema,
        int lab,
        String title,
        String submission,
        String digest,
        Basis basis,
        List<ExerciseGrade> exercises,
        List<String> notes,
        List<String> problems,
        String started,
        double seconds,
        boolean done) {
    /** The name of this form of a result. */
    public static final String SCHEMA = "minifaas/submission-result/v1";

    public SubmissionResult {
        submission = Printable.of(submission);
        exercises = List.copyOf(exercises);
        notes = notes.stream().map(Printable::of).toList();
        problems = problems.stream().map(Printable::of).toList();
    }

    /** The points that were earned. */
    @JsonProperty
    public int points() {
        return exercises.stream().mapToInt(ExerciseGrade::points).sum();
    }

    /** The points that could be earned. */
    @JsonProperty
    public int possible() {
        return exercises.stream().mapToInt(ExerciseGrade::possible).sum();
    }

    /** All tests, in their order. */
    public Stream<TestGrade> tests() {
        return exercises.stream().flatMap(exercise -> exercise.tests().stream());
    }

    /** The lines that stand above the tests in a report: a warning of unprotected scores, problems, notes. */
    public List<String> remarks() {
        Stream<String> unfinished = done ? Stream.empty() : Stream.of("not graded to the end");
        return Stream.of(Stream.of(basis.warning()), unfinished, problems.stream(), notes.stream())
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The same with some results, by the ids of their tests. */
    SubmissionResult with(Map<String, TestResult> results) {
        List<ExerciseGrade> graded =
                exercises.stream().map(exercise -> exercise.with(results)).toList();
        return new SubmissionResult(
                schema, lab, title, submission, digest, basis, graded, notes, problems, started, seconds, done);
    }

    /** The same with problems and the time that it took. */
    SubmissionResult ended(List<String> found, double after, boolean isDone) {
        return new SubmissionResult(
                schema, lab, title, submission, digest, basis, exercises, notes, found, started, after, isDone);
    }
}
