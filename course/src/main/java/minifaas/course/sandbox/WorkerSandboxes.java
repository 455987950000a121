package minifaas.course.sandbox;

import java.io.IOException;
import minifaas.kernel.Clock;

/** The kinds of sandbox that there are. */
public final class WorkerSandboxes {
    private WorkerSandboxes() {}

    /** The best that works on this machine, which is tried out: a second at most. */
    public static WorkerSandbox best(Clock clock) throws InterruptedException {
        try {
            return Bubblewrap.tried(clock);
        } catch (IOException reason) {
            return new PlainProcess(clock, reason.getMessage());
        }
    }
}
