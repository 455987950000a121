package minifaas.course.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.LabRunner;
import minifaas.course.lab.Problem;
import minifaas.course.mine.EndToEnd;

/** Runs labs, with the end-to-end tests once the graded ones pass. */
final class Session {
    private final CourseJars jars;
    private final LabRunner runner;
    private final Long seed;

    /**
     * @param seed of the inputs; none for another one in each run
     * @param output where the first part of what the student's code prints goes
     */
    Session(Long seed, OutputStream output) throws IOException {
        jars = CourseJars.ofThisJvm();
        runner = new LabRunner(jars, LabRunner.USUAL_LIMIT, output);
        this.seed = seed;
    }

    /** Runs the graded tests. */
    LabResult runGraded(Lab lab) throws IOException, InterruptedException {
        return runner.run(lab, nextSeed());
    }

    /**
     * Runs the graded tests and, when they pass, the end-to-end tests.
     *
     * @param always whether the end-to-end tests run even when graded ones fail
     */
    LabResult run(Lab lab, boolean always) throws IOException, InterruptedException {
        long inputs = nextSeed();
        List<Problem> problems = runner.prepare(lab);
        boolean isDue = problems.isEmpty() && (EndToEnd.isDue(lab) || always && lab.hasEndToEndTest());
        if (!isDue) return runner.judge(lab, problems, inputs);
        try (var endToEnd = EndToEnd.start(lab, jars)) {
            runner.standBy(lab, 2); // the graded tests take one, the end-to-end tests the other
            LabResult graded = runner.judge(lab, problems, inputs);
            return always || graded.passesGraded() ? graded.withEndToEnd(endToEnd.run(runner, inputs)) : graded;
        }
    }

    /** Starts the JVM for the next run, which is thereby quicker. */
    void standBy(Lab lab) throws IOException, InterruptedException {
        runner.standBy(lab, 1);
    }

    private long nextSeed() {
        return seed != null ? seed : System.nanoTime() & Integer.MAX_VALUE;
    }
}
