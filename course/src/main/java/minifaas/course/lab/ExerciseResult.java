package minifaas.course.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import minifaas.course.syllabus.Exercise;

/**
 * What the tests of one exercise said.
 *
 * @param exercise which
 * @param tests in their order
 */
public record ExerciseResult(Exercise exercise, List<TestResult> tests) {
    public ExerciseResult {
        tests = tests.stream()
                .sorted(Comparator.comparingInt(result -> result.test().order()))
                .toList();
    }

    /** The points that were earned. */
    public int points() {
        return tests.stream().mapToInt(TestResult::points).sum();
    }

    /** The points that could be earned. */
    public int possible() {
        return tests.stream().mapToInt(result -> result.test().points()).sum();
    }

    /** Whether it has tests and all of them pass. */
    public boolean passes() {
        return !tests.isEmpty() && tests.stream().allMatch(TestResult::passes);
    }

    /** Whether one of its tests ended in this way. */
    public boolean has(Status status) {
        return tests.stream().anyMatch(result -> result.status() == status);
    }

    /** The hint of the first test that failed or did not end. */
    public Optional<String> hint() {
        return tests.stream()
                .filter(result -> result.status() == Status.FAILED || result.status() == Status.DID_NOT_END)
                .map(result -> result.test().hint())
                .findFirst();
    }
}
