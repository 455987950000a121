package minifaas.course.grade.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.grade.TestGrade;

/**
 * Classroom 50's {@code classroom50/result/v1} (github.com/foundation50/classroom50, wiki "Advanced Autograding", August
 * 2026). Its runner says in the environment what classroom, tag and commit are graded, and adds owner and assignment type.
 */
final class Classroom50Result implements SubmissionReport {
    private static final String UNKNOWN = "unknown";

    private final Map<String, String> environment;

    Classroom50Result(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    private record Result(
            String schema,
            String classroom,
            String assignment,
            String submission,
            String commit,
            String release,
            String review,
            String datetime,
            int score,
            @JsonProperty("max-score") int maxScore,
            List<Test> tests) {}

    private record Test(
            @JsonProperty("test-name") String name,
            boolean passed,
            int score,
            @JsonProperty("max-score") int maxScore) {}

    @Override
    public String of(SubmissionResult result) throws IOException {
        var tests = new ArrayList<Test>();
        // the form has no other place for a remark than a test that is worth nothing
        for (String remark : result.remarks()) tests.add(new Test(remark, false, 0, 0));
        for (ExerciseGrade exercise : result.exercises())
            for (TestGrade test : exercise.tests())
                tests.add(new Test(Wording.name(exercise, test), test.passes(), test.points(), test.possible()));
        String commit = given("COMMIT_URL", UNKNOWN);
        return PrettyJson.of(new Result(
                "classroom50/result/v1",
                given("CLASSROOM", UNKNOWN),
                given("ASSIGNMENT", "lab-" + result.lab()),
                given("SUBMISSION_TAG", result.submission()),
                commit,
                given("RELEASE_URL", UNKNOWN),
                given("REVIEW_URL", commit),
                // whole seconds, as its collector wants them
                result.started().replaceFirst("\\.\\d+Z$", "Z"),
                result.points(),
                result.possible(),
                tests));
    }

    private String given(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }
}
