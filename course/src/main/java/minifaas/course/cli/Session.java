package minifaas.course.cli;

import java.io.IOException;
import java.io.OutputStream;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.LabRunner;
import minifaas.course.mine.EndToEnd;

/** Runs labs, with the end-to-end tests once the graded ones pass. */
final class Session {
    private final LabRunner runner;
    private final EndToEnd endToEnd;
    private final Long seed;

    /**
     * @param seed of the inputs; none for another one in each run
     * @param output where the first part of what the student's code prints goes
     */
    Session(Long seed, OutputStream output) throws IOException {
        CourseJars jars = CourseJars.ofThisJvm();
        runner = new LabRunner(jars, LabRunner.USUAL_LIMIT, output);
        endToEnd = new EndToEnd(jars, runner);
        this.seed = seed;
    }

    /** Runs the graded tests. */
    LabResult runGraded(Lab lab) throws IOException, InterruptedException {
        return runner.run(lab, seed != null ? seed : System.nanoTime() & Integer.MAX_VALUE);
    }

    /**
     * Runs the graded tests and, when they pass, the end-to-end tests.
     *
     * @param always whether the end-to-end tests run even when graded ones fail
     */
    LabResult run(Lab lab, boolean always) throws IOException, InterruptedException {
        LabResult graded = runGraded(lab);
        boolean isReady = graded.passesGraded() || always && graded.problems().isEmpty();
        return isReady ? graded.withEndToEnd(endToEnd.run(lab, graded.seed())) : graded;
    }
}
