package minifaas.course.cli;

import java.io.IOException;
import minifaas.course.grade.PreparedJudge;
import minifaas.course.jars.CourseJars;
import minifaas.course.judge.SubmissionJudge;
import minifaas.course.lab.Lab;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.WorkerSandbox;
import minifaas.course.sandbox.WorkerSandboxes;
import minifaas.kernel.SystemClock;

/** Judges that let students' classes run in the best sandbox of this machine. */
final class SandboxedJudge {
    private SandboxedJudge() {}

    /**
     * Prepares one for a lab.
     *
     * @param seed of the tests' inputs
     */
    static PreparedJudge prepare(Lab lab, long seed) throws IOException, InterruptedException {
        WorkerSandbox sandbox = WorkerSandboxes.best(new SystemClock());
        var judge = new SubmissionJudge(CourseJars.ofThisJvm(), lab, sandbox, Limits.USUAL, seed);
        var prepared = new PreparedJudge(judge::judge, sandbox.name(), sandbox.cannotStop(), judge::close);
        try {
            judge.prepare();
            return prepared;
        } catch (IOException | InterruptedException failure) {
            prepared.close();
            throw failure;
        }
    }
}
