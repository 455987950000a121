package minifaas.course.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import minifaas.course.lab.LimitedOutput;
import minifaas.kernel.Threads;

/** Reads all that a worker prints, so that it never waits for a reader, and keeps the beginning. */
final class PrintedOutput {
    private final InputStream source;
    private final LimitedOutput limited;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader = Threads.daemon("worker-printed", this::read);

    /** Begins to read. */
    PrintedOutput(InputStream source, Limits limits) {
        this.source = source;
        this.limited = new LimitedOutput(kept, limits.printedBytes());
        reader.start();
    }

    private void read() {
        try {
            source.transferTo(limited);
        } catch (IOException killed) {
            // the worker is gone, and with it its end of the pipe
        }
    }

    /** What is kept of it until now. */
    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    /** Waits until all is read, when what prints has ended. */
    void finish(Duration limit) {
        try {
            reader.join(limit.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
