package minifaas.course.grade;

import java.util.List;
import java.util.Map;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.GradedTest;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;

/** Results for tests: of the sample course's lab, with two tests of the first exercise and one of the second. */
public final class Samples {
    /** A test of each kind, in the order of the lab. */
    public static final List<GradedTest> TESTS = List.of(
            test("1.1", "every price counts", 3, 1),
            test("1.1", "nothing costs nothing", 2, 2),
            test("1.2", "a hundred is enough for a discount", 5, 1));

    /** The exercises of the lab. */
    public static final List<Exercise> EXERCISES = List.of(
            new Exercise("1.1", "Add up", Member.of("minifaas.sample.Till#sum"), List.of()),
            new Exercise("1.2", "Give a discount", Member.of("minifaas.sample.Till#total"), List.of()));

    /** What protected scores rest on. */
    public static final Basis PROTECTED = new Basis("5eed5eed5eed5eed", "7e577e577e577e57", "bubblewrap", List.of());

    /** What scores rest on where there is no sandbox. */
    public static final Basis UNPROTECTED = new Basis(
            PROTECTED.seed(), PROTECTED.tests(), "process", List.of("reading your files", "sockets to anywhere"));

    private Samples() {}

    private static GradedTest test(String exercise, String name, int points, int order) {
        return new GradedTest(
                "minifaas.sample.TillTest#" + name.replace(' ', '_'), exercise, name, points, order, "", "");
    }

    /** The exercises with all their tests, none of which has run. */
    public static List<ExerciseGrade> unjudged() {
        return results(List.of()).stream().map(ExerciseGrade::notRun).toList();
    }

    /** What a judge says when the tests that are not among these pass. */
    public static List<ExerciseResult> results(List<TestResult> others) {
        return EXERCISES.stream()
                .map(exercise -> new ExerciseResult(
                        exercise,
                        TESTS.stream()
                                .filter(test -> test.exercise().equals(exercise.id()))
                                .map(test -> others.stream()
                                        .filter(other -> other.test().equals(test))
                                        .findFirst()
                                        .orElse(new TestResult(test, Status.PASSED, "")))
                                .toList()))
                .toList();
    }

    /** A result with the endings of the three tests. */
    public static SubmissionResult result(String submission, Basis basis, Status... endings) {
        SubmissionResult result = new SubmissionResult(
                SubmissionResult.SCHEMA,
                1,
                "A till",
                submission,
                "d16e57d16e57d16e",
                basis,
                unjudged(),
                List.of(),
                List.of(),
                "2026-03-01T12:00:00.5Z",
                0,
                false);
        for (int i = 0; i < endings.length; i++) {
            String message = endings[i] == Status.PASSED ? "" : "because <of> \"that\"";
            TestResult ending = new TestResult(TESTS.get(i), endings[i], message);
            result = result.with(Map.of(ending.test().id(), ending));
        }
        return result.ended(List.of(), 1.25, true);
    }
}
