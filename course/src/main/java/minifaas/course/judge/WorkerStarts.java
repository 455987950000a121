package minifaas.course.judge;

import java.io.IOException;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.Worker;
import minifaas.course.sandbox.WorkerCommand;
import minifaas.course.sandbox.WorkerSandbox;

/** Starts the workers of one submission, so many at most. */
final class WorkerStarts {
    /** The first one, and one after each of some tests that it did not survive. */
    private static final int MOST = 6;

    private final WorkerSandbox sandbox;
    private final WorkerCommand command;
    private final Limits limits;
    private int started; // guarded by this

    WorkerStarts(WorkerSandbox sandbox, WorkerCommand command, Limits limits) {
        this.sandbox = sandbox;
        this.command = command;
        this.limits = limits;
    }

    /**
     * Starts one.
     *
     * @throws IOException when it cannot be started, or there were enough; the message is for the student
     */
    synchronized Worker start() throws IOException {
        if (started == MOST) throw new IOException("earlier tests have ended the code's process " + MOST + " times");
        started++;
        return sandbox.start(command, limits);
    }
}
