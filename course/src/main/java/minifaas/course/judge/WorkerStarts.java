package minifaas.course.judge;

import java.io.IOException;
import minifaas.course.lab.ForkedRun;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.Worker;
import minifaas.course.sandbox.WorkerCommand;
import minifaas.course.sandbox.WorkerSandbox;

/** Starts the workers of one judge, so many at most. */
final class WorkerStarts {
    private final WorkerSandbox sandbox;
    private final WorkerCommand command;
    private final Limits limits;
    private final int most;
    private int started; // guarded by this

    /** @param exercises how many the tests check; each may lose some workers before its tests are left out */
    WorkerStarts(WorkerSandbox sandbox, WorkerCommand command, Limits limits, int exercises) {
        this.sandbox = sandbox;
        this.command = command;
        this.limits = limits;
        this.most = ForkedRun.MOST_LOSSES * exercises + 1;
    }

    /**
     * Starts one.
     *
     * @throws IOException when it cannot be started, or there were enough; the message is for the student
     */
    synchronized Worker start() throws IOException {
        if (started == most) throw new IOException("earlier tests have ended the code's process " + most + " times");
        started++;
        return sandbox.start(command, limits);
    }
}
