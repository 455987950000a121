package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import minifaas.kernel.Clock;
import minifaas.kernel.Threads;
import org.junit.jupiter.api.Test;

class WatchedWorkerTest {
    private final AtomicReference<Runnable> look = new AtomicReference<>();

    /** Keeps what is planned, for the test to run it. */
    private final Clock clock = new Clock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            look.set(action);
            return () -> {};
        }
    };

    /** A process of which somebody holds the standard error open. */
    private static final class HeldOpen extends Process {
        private final Process process;
        private final InputStream error;

        HeldOpen(Process process, InputStream error) {
            this.process = process;
            this.error = error;
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return process.getInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return error;
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }

        @Override
        public ProcessHandle toHandle() {
            return process.toHandle();
        }
    }

    @Test
    void nobodyWhoLooksWaitsForTheOneWhoEndsIt() throws Exception {
        var open = new PipedOutputStream();
        var process = new HeldOpen(new ProcessBuilder("sleep", "600").start(), new PipedInputStream(open));
        var tree = new ProcessTree(process, false);
        var worker = new WatchedWorker(process, tree, Optional.empty(), Limits.USUAL, clock);
        var ending = CompletableFuture.runAsync(worker::close, WatchedWorkerTest::onItsOwnThread);
        try {
            process.waitFor();
            CompletableFuture.runAsync(look.get(), WatchedWorkerTest::onItsOwnThread)
                    .get(5, TimeUnit.SECONDS);
            assertThat(ending).as("it waits for what is printed").isNotDone();
        } finally {
            open.close();
        }
        ending.get(30, TimeUnit.SECONDS);
        assertThat(worker.endedBySandbox()).isEmpty();
    }

    /** The common pool may have one thread only, and each of the two may have to wait. */
    private static void onItsOwnThread(Runnable task) {
        Threads.daemon("worker-test", task).start();
    }
}
