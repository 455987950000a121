package minifaas.course.grade.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.grade.TestGrade;
import minifaas.course.lab.Status;

/** Version 3 of what Exercism's test runners write (exercism.org/docs/building/tooling/test-runners/interface, 2026). */
final class ExercismResult implements SubmissionReport {
    private static final int VERSION = 3;
    private static final int LONGEST_OUTPUT = 500;
    private static final int LONGEST_MESSAGE = 65_535;

    private record Result(int version, String status, String message, List<Test> tests) {}

    private record Test(
            String name,
            @JsonProperty("test_code") String testCode,
            String status,
            String message,
            String output,
            @JsonProperty("task_id") int taskId) {}

    @Override
    public String of(SubmissionResult result) throws IOException {
        boolean ran = result.tests().anyMatch(test -> test.status() != Status.NOT_RUN);
        boolean passes = result.done() && result.tests().allMatch(TestGrade::passes);
        String message = ran ? null : cut(Wording.summary(result), LONGEST_MESSAGE);
        return PrettyJson.of(new Result(VERSION, ran ? passes ? "pass" : "fail" : "error", message, tests(result)));
    }

    private static List<Test> tests(SubmissionResult result) {
        // a message on top is for errors alone, so that remarks stand where a test's output does
        String output = result.remarks().isEmpty() ? null : cut(String.join("\n", result.remarks()), LONGEST_OUTPUT);
        var tests = new ArrayList<Test>();
        int task = 1;
        for (ExerciseGrade exercise : result.exercises()) {
            for (TestGrade test : exercise.tests()) {
                String message = test.passes() ? null : cut(Wording.ending(test), LONGEST_MESSAGE);
                tests.add(new Test(Wording.name(exercise, test), test.id(), status(test), message, output, task));
            }
            task++;
        }
        return tests;
    }

    private static String status(TestGrade test) {
        return switch (test.status()) {
            case PASSED -> "pass";
            case FAILED, NOT_WRITTEN -> "fail";
            case WAITS, DID_NOT_END, NOT_RUN -> "error";
        };
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 3)) + "...";
    }
}
