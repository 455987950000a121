package minifaas.course.grade.report;

import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.grade.TestGrade;
import minifaas.course.lab.Status;

/** How reports say what all of them say. */
final class Wording {
    private Wording() {}

    /** A test as a sentence with its exercise, such as {@code 7.1 Take a warm environment: the newest is taken}. */
    static String name(ExerciseGrade exercise, TestGrade test) {
        return exercise.id() + " " + exercise.title() + ": " + test.name();
    }

    /** How a test ended and why. */
    static String ending(TestGrade test) {
        String status = status(test.status());
        return test.message().isEmpty() || test.message().equals(status) ? status : status + ": " + test.message();
    }

    private static String status(Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case NOT_WRITTEN -> "not written yet";
            case WAITS -> "waits";
            case DID_NOT_END -> "did not end";
            case NOT_RUN -> "not run";
        };
    }

    /** Points, and what the reader must know about them. */
    static String summary(SubmissionResult result) {
        String points = result.points() + " of " + result.possible() + " points";
        return String.join("\n", result.remarks()) + (result.remarks().isEmpty() ? "" : "\n") + points;
    }
}
