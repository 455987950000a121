package minifaas.course.judge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import minifaas.kernel.Threads;

/** Ends the worker, and so the test, when nothing has happened to a test for too long. */
final class TestDeadline implements AutoCloseable {
    private final Duration limit;
    private final Workers workers;
    private final Thread tests = Thread.currentThread();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("deadline", work));

    private Future<?> planned = CompletableFuture.completedFuture(null);

    /** Made by the thread that runs the tests. */
    TestDeadline(Duration limit, Workers workers) {
        this.limit = limit;
        this.workers = workers;
    }

    /** Counts from now on anew. */
    void restart() {
        planned.cancel(false);
        Thread.interrupted(); // the last test's
        planned = timer.schedule(this::overran, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void overran() {
        workers.overran("did not end within " + limit.toSeconds() + " s");
        tests.interrupt(); // in case that it waits for something in this JVM
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
