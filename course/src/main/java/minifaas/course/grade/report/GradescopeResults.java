package minifaas.course.grade.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.grade.Basis;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.grade.TestGrade;

/** Gradescope's {@code results.json} (gradescope-autograders.readthedocs.io, specification of January 2025). */
final class GradescopeResults implements SubmissionReport {
    private static final String TEXT = "text";
    private static final String VISIBLE = "visible";

    private record Results(
            double score,
            @JsonProperty("execution_time") double executionTime,
            String output,
            @JsonProperty("output_format") String outputFormat,
            @JsonProperty("test_output_format") String testOutputFormat,
            @JsonProperty("test_name_format") String testNameFormat,
            String visibility,
            @JsonProperty("stdout_visibility") String stdoutVisibility,
            @JsonProperty("extra_data") Basis extraData,
            List<Test> tests) {}

    private record Test(
            double score,
            @JsonProperty("max_score") double maxScore,
            String status,
            String name,
            String number,
            String output,
            @JsonProperty("output_format") String outputFormat,
            List<String> tags,
            String visibility) {}

    @Override
    public String of(SubmissionResult result) throws IOException {
        var tests = new ArrayList<Test>();
        for (ExerciseGrade exercise : result.exercises()) {
            int number = 1;
            for (TestGrade test : exercise.tests()) tests.add(test(exercise, test, exercise.id() + "." + number++));
        }
        return PrettyJson.of(new Results(
                result.points(),
                result.seconds(),
                Wording.summary(result),
                TEXT,
                TEXT,
                TEXT,
                VISIBLE,
                "hidden",
                result.basis(),
                tests));
    }

    private static Test test(ExerciseGrade exercise, TestGrade test, String number) {
        return new Test(
                test.points(),
                test.possible(),
                test.passes() ? "passed" : "failed",
                Wording.name(exercise, test),
                number,
                Wording.ending(test),
                TEXT,
                List.of(exercise.id()),
                VISIBLE);
    }
}
