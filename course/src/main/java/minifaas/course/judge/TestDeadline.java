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

    /** Counts from now on anew, after the workers have been told that a test has ended. */
    void restart() {
        planned.cancel(false);
        Thread.interrupted(); // the last test's
        int test = workers.test();
        planned = timer.schedule(() -> overran(test), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void overran(int test) {
        workers.overran(test, tests, "did not end within " + limit.toSeconds() + " s");
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
