package minifaas.course.grade;

import java.io.PrintStream;

/** A line for each submission, for logs. */
public final class ProgressLines implements Progress {
    private final PrintStream out;
    private final int all;
    private int done;

    /**
     * @param all how many submissions there are
     */
    public ProgressLines(PrintStream out, int all) {
        this.out = out;
        this.all = all;
    }

    @Override
    public void graded(Graded graded) {
        SubmissionResult result = graded.result();
        String remark = graded.remark().isEmpty() ? "" : " (" + graded.remark() + ")";
        out.println("[" + ++done + "/" + all + "] " + result.submission() + ": " + result.points() + " of "
                + result.possible() + " points" + remark);
    }

    @Override
    public void close() {
        out.flush();
    }
}
