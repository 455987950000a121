package minifaas.course.grade;

/**
 * A submission after a run.
 *
 * @param submission which
 * @param result what is known of it
 * @param remark on an earlier run's result that was there: why it was kept or not; empty when there was none
 */
public record Graded(Submission submission, SubmissionResult result, String remark) {
    public Graded {
        remark = Printable.of(remark);
    }

    /** The name of its files, without an ending. */
    public String id() {
        return submission.id();
    }
}
