package minifaas.course.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Problem;
import minifaas.course.lab.TestResult;

/**
 * The result of one submission while it is graded. It begins on disk with 0 points, and each verdict is added when it is
 * there: whatever ends the run early, the score is the one of the verdicts until then, and the closing mark is missing.
 */
final class ScoreSheet {
    private final Submission submission;
    private final ResultFiles files;
    private final Clock clock;
    private final SubmissionResult blank;
    // guarded by this
    private SubmissionResult current;
    private IOException writeFailure;

    /**
     * @param blank the result without any verdict
     */
    ScoreSheet(Submission submission, SubmissionResult blank, ResultFiles files, Clock clock) throws IOException {
        this.submission = submission;
        this.files = files;
        this.clock = clock;
        this.blank = blank;
        write(blank);
    }

    /**
     * Adds a verdict; one that comes after the end counts no more.
     *
     * @throws UncheckedIOException when the file can't be written; {@link #checkWritten} tells then
     */
    synchronized void add(TestResult ended) {
        if (current.done()) return;
        try {
            write(current.with(Map.of(ended.test().id(), ended)));
        } catch (IOException failure) {
            writeFailure = failure;
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Passes on what kept a verdict from the file.
     *
     * @throws IOException when one could not be written
     */
    synchronized void checkWritten() throws IOException {
        if (writeFailure != null) throw writeFailure;
    }

    /** Closes it with the verdicts of the judge, which replace all until then. */
    synchronized SubmissionResult close(LabResult judged, Function<Problem, String> line) throws IOException {
        Map<String, TestResult> verdicts = judged.exercises().stream()
                .flatMap(exercise -> exercise.tests().stream())
                .collect(Collectors.toMap(result -> result.test().id(), Function.identity()));
        List<String> problems = judged.problems().stream().map(line).toList();
        return write(blank.with(verdicts).ended(problems, seconds(), true));
    }

    /** Closes it without a verdict. */
    synchronized SubmissionResult refuse(String problem) throws IOException {
        return write(blank.ended(List.of(problem), seconds(), true));
    }

    /** Leaves it open: the next run grades it again. */
    synchronized SubmissionResult abandon(String problem) throws IOException {
        return write(current.ended(List.of(problem), seconds(), false));
    }

    private SubmissionResult write(SubmissionResult result) throws IOException {
        current = result;
        files.write(submission, result);
        return result;
    }

    private double seconds() {
        // somebody may set the clock back meanwhile
        return Math.max(
                        0,
                        Duration.between(Instant.parse(blank.started()), clock.instant())
                                .toMillis())
                / 1000.0;
    }
}
