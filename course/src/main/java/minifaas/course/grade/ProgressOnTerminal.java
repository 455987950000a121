package minifaas.course.grade;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that grows, for people who wait. */
public final class ProgressOnTerminal implements Progress {
    private static final int REDRAWN_MS = 250;

    private final ProgressBar bar;

    /**
     * @param all how many submissions there are
     */
    public ProgressOnTerminal(PrintStream out, int all) {
        bar = new ProgressBarBuilder()
                .setTaskName("Grading")
                .setInitialMax(all)
                .setUpdateIntervalMillis(REDRAWN_MS)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }

    @Override
    public void graded(Graded graded) {
        bar.setExtraMessage(graded.result().submission());
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
