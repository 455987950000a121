package minifaas.course.grade;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import minifaas.course.lab.GradedTest;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;

/**
 * What one test said of a submission.
 *
 * @param id class and method, such as {@code minifaas.environment.TakeTest#theNewestIsTakenFirst}
 * @param name its rule, as a sentence
 * @param status how it ended
 * @param possible points that it is worth
 * @param message one line about what went wrong; empty when nothing did
 */
@JsonIgnoreProperties(value = "points", allowGetters = true)
public record TestGrade(String id, String name, Status status, int possible, String message) {
    public TestGrade {
        message = Printable.of(message);
    }

    /** A test that has not run. */
    static TestGrade notRun(GradedTest test) {
        return new TestGrade(test.id(), test.name(), Status.NOT_RUN, test.points(), "");
    }

    /** The same test with what was said of it. */
    TestGrade with(TestResult result) {
        return new TestGrade(id, name, result.status(), possible, result.message());
    }

    /** The points that were earned. */
    @JsonProperty
    public int points() {
        return passes() ? possible : 0;
    }

    /** Whether it passed. */
    public boolean passes() {
        return status == Status.PASSED;
    }
}
