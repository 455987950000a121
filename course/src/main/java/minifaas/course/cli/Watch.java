package minifaas.course.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import minifaas.course.jars.Fingerprint;
import minifaas.course.lab.Lab;

/**
 * Runs a lab at every save, until this thread is interrupted or the JVM ends. It looks at the files' times, since
 * notifications by the system are slow on some of them; a save ends a run that is not over.
 */
final class Watch {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final Lab lab;
    private final Callable<Void> run;

    /**
     * @param run one run, which ends soon after its thread is interrupted
     */
    Watch(Lab lab, Callable<Void> run) {
        this.lab = lab;
        this.run = run;
    }

    void follow() throws IOException, InterruptedException {
        ExecutorService runs = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "lab");
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (true) {
                String seen = state();
                Future<Void> current = runs.submit(run);
                while (seen.equals(state())) {
                    failWith(current);
                    Thread.sleep(BETWEEN_LOOKS_MILLIS);
                }
                current.cancel(true);
            }
        } finally {
            runs.shutdownNow();
        }
    }

    private static void failWith(Future<Void> run) throws IOException, InterruptedException {
        if (!run.isDone()) return;
        try {
            run.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException expected) throw expected;
            throw new IllegalStateException(failed.getCause());
        }
    }

    private String state() throws IOException {
        return Fingerprint.of(lab.sources(), List.of(Fingerprint.of(lab.tests())));
    }
}
