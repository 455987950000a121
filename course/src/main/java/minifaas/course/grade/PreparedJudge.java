package minifaas.course.grade;

import java.io.IOException;
import java.util.List;
import minifaas.course.lab.Lab;

/**
 * A judge that is ready for submissions, and what is to be said of it.
 *
 * @param judge that is asked
 * @param sandbox where it runs students' classes
 * @param cannotStop what that sandbox can't keep them from, one line each
 * @param end ends what the judge has started
 */
public record PreparedJudge(Judge judge, String sandbox, List<String> cannotStop, Runnable end)
        implements AutoCloseable {
    @Override
    public void close() {
        end.run();
    }

    /** Prepares judges. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Prepares a judge for a lab.
         *
         * @param seed of the tests' inputs
         */
        PreparedJudge prepare(Lab lab, long seed) throws IOException, InterruptedException;
    }
}
