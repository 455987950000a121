package minifaas.course.sandbox;

import java.io.IOException;
import java.util.List;

/** Starts workers: JVMs with a student's classes, of which the worst must be expected. */
public interface WorkerSandbox {
    /**
     * Starts a JVM whose standard input and output are the caller's, and whose standard error is what it prints.
     *
     * @throws IOException when it cannot be started
     */
    Worker start(WorkerCommand command, Limits limits) throws IOException;

    /** Its name in reports, such as {@code bubblewrap}. */
    String name();

    /** What a worker may do here that it should not, one line each; empty when scores from it are protected. */
    List<String> cannotStop();
}
