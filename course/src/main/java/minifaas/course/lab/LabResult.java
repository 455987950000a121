package minifaas.course.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;

/**
 * What a run of a lab said: the one model that every report is written from.
 *
 * @param chapter whose lab it is
 * @param seed of the tests' inputs; the same seed repeats the run
 * @param problems why the tests could not run; empty when they ran
 * @param exercises of the lab, in their order
 * @param endToEnd tests without points against the running platform; empty when they did not run
 */
public record LabResult(
        Chapter chapter, long seed, List<Problem> problems, List<ExerciseResult> exercises, List<TestResult> endToEnd) {
    private static final String MEANWHILE = " (meanwhile: ";

    public LabResult {
        problems = List.copyOf(problems);
        exercises = List.copyOf(exercises);
        endToEnd = List.copyOf(endToEnd);
    }

    /** The result of a run of a lab's graded tests. */
    public static LabResult ofGraded(Chapter chapter, long seed, List<Problem> problems, List<TestResult> results) {
        return new LabResult(chapter, seed, problems, byExercise(chapter.exercises(), results), List.of());
    }

    /**
     * Sorts results by exercise. A test that did not pass waits when an exercise that its own one needs does not pass: each
     * may be the reason. What it says beside that stands behind.
     *
     * @throws IllegalArgumentException when a test checks an exercise that is not among these
     */
    public static List<ExerciseResult> byExercise(List<Exercise> exercises, List<TestResult> results) {
        Set<String> known = exercises.stream().map(Exercise::id).collect(Collectors.toSet());
        for (TestResult result : results)
            if (!known.contains(result.test().exercise()))
                throw new IllegalArgumentException(result.test().id() + " checks exercise '"
                        + result.test().exercise() + "', which is not in " + known);

        var plain = exercises.stream()
                .map(exercise -> new ExerciseResult(
                        exercise,
                        results.stream()
                                .filter(result -> result.test().exercise().equals(exercise.id()))
                                .toList()))
                .toList();
        Set<String> open = plain.stream()
                .filter(exercise -> !exercise.passes())
                .map(exercise -> exercise.exercise().id())
                .collect(Collectors.toCollection(HashSet::new));
        return plain.stream().map(exercise -> waiting(exercise, open)).toList();
    }

    private static ExerciseResult waiting(ExerciseResult exercise, Set<String> open) {
        List<String> missing =
                exercise.exercise().needs().stream().filter(open::contains).toList();
        if (missing.isEmpty()) return exercise;
        String why = "waits for " + String.join(", ", missing);
        return new ExerciseResult(
                exercise.exercise(),
                exercise.tests().stream()
                        .map(result -> result.passes() || result.status() == Status.NOT_RUN
                                ? result
                                : result.as(Status.WAITS, why + meanwhile(result)))
                        .toList());
    }

    private static String meanwhile(TestResult result) {
        return result.status() == Status.NOT_WRITTEN ? "" : MEANWHILE + result.message() + ")";
    }

    /** Whether a test that waits says more than for what. */
    public static boolean saysMore(TestResult waiting) {
        return waiting.message().contains(MEANWHILE);
    }

    /** The same result with what the end-to-end tests said. */
    public LabResult withEndToEnd(List<TestResult> results) {
        return new LabResult(chapter, seed, problems, exercises, results);
    }

    /** The points that were earned. */
    public int points() {
        return exercises.stream().mapToInt(ExerciseResult::points).sum();
    }

    /** The points that could be earned. */
    public int possible() {
        return exercises.stream().mapToInt(ExerciseResult::possible).sum();
    }

    /** Whether every graded test passed. */
    public boolean passesGraded() {
        return problems.isEmpty() && exercises.stream().allMatch(ExerciseResult::passes);
    }

    /** Whether every test passed that ran, and all graded ones did. */
    public boolean passes() {
        return passesGraded() && endToEnd.stream().allMatch(TestResult::passes);
    }
}
