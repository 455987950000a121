package minifaas.course.grade;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.TestResult;

/**
 * What the tests said of one exercise.
 *
 * @param id such as 7.2
 * @param title what was to be written
 * @param tests in their order
 */
@JsonIgnoreProperties(
        value = {"points", "possible"},
        allowGetters = true)
public record ExerciseGrade(String id, String title, List<TestGrade> tests) {
    public ExerciseGrade {
        tests = List.copyOf(tests);
    }

    /** An exercise none of whose tests has run. */
    static ExerciseGrade notRun(ExerciseResult listed) {
        return new ExerciseGrade(
                listed.exercise().id(),
                listed.exercise().title(),
                listed.tests().stream()
                        .map(result -> TestGrade.notRun(result.test()))
                        .toList());
    }

    /** The same exercise with some results, by the ids of their tests. */
    ExerciseGrade with(Map<String, TestResult> results) {
        return new ExerciseGrade(
                id,
                title,
                tests.stream()
                        .map(test -> results.containsKey(test.id()) ? test.with(results.get(test.id())) : test)
                        .toList());
    }

    /** The points that were earned. */
    @JsonProperty
    public int points() {
        return tests.stream().mapToInt(TestGrade::points).sum();
    }

    /** The points that could be earned. */
    @JsonProperty
    public int possible() {
        return tests.stream().mapToInt(TestGrade::possible).sum();
    }
}
