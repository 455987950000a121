package minifaas.invocation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import minifaas.function.FunctionId;
import minifaas.invocation.LogTable.Entry;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of every function, in the database.
 *
 * <p>It is written in batches, so the death of the server may cost the last 200 ms. The newest {@value #MOST_ENTRIES}
 * entries of all functions together are kept, and {@value #MOST_MIB} MiB of text at most; an entry holds what one
 * invocation logged, or a part of it. What the database refuses, for example because the disk is full, is tried again
 * every second, and up to {@value #MOST_UNWRITTEN_MIB} MiB wait for that.
 */
public final class FunctionLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FunctionLog.class);
    private static final Duration BATCH = Duration.ofMillis(200);
    private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(1);
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_MIB = 256;
    private static final int MOST_UNWRITTEN_MIB = 16;
    private static final long MIB = 1024 * 1024;

    private final LogTable table;
    private final Clock clock;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(work -> Threads.daemon("function-log", work));

    // guarded by this
    private final Deque<Entry> unwritten = new ArrayDeque<>();
    private long unwrittenBytes;
    private boolean isPlanned;

    /**
     * A part of a log.
     *
     * @param id grows with time; to ask for what came after
     * @param text whole lines, as a rule
     */
    public record Part(long id, String text) {}

    public FunctionLog(Database database, Clock clock) {
        this(new LogTable(database, MOST_ENTRIES, MOST_MIB * MIB), clock);
    }

    FunctionLog(LogTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Adds whole lines to a function's log. */
    public synchronized void append(FunctionId function, String text) {
        var entry = new Entry(function, text, clock.now().toEpochMilli());
        unwritten.add(entry);
        unwrittenBytes += entry.bytes();
        forgetOldest();
        plan(BATCH);
    }

    private void forgetOldest() {
        int forgotten = 0;
        for (; unwrittenBytes > MOST_UNWRITTEN_MIB * MIB; forgotten++)
            unwrittenBytes -= unwritten.remove().bytes();
        if (forgotten > 0)
            log.warn("{} entries of the log were given up: they could not be written in time", forgotten);
    }

    private void plan(Duration delay) {
        if (isPlanned) return;
        isPlanned = true;
        clock.after(delay, this::writeLater);
    }

    private void writeLater() {
        try {
            writer.execute(this::write);
        } catch (RejectedExecutionException closed) {
            log.debug("nothing is left to write: the log was closed meanwhile");
        }
    }

    private void write() {
        List<Entry> batch = take();
        if (batch.isEmpty()) return;
        try {
            table.write(batch);
        } catch (Database.DatabaseException failure) {
            log.error("{} entries of the log could not be written", batch.size(), failure);
            putBack(batch);
        }
    }

    private synchronized List<Entry> take() {
        var batch = new ArrayList<>(unwritten);
        unwritten.clear();
        unwrittenBytes = 0;
        isPlanned = false;
        return batch;
    }

    private synchronized void putBack(List<Entry> batch) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            unwritten.addFirst(batch.get(i));
            unwrittenBytes += batch.get(i).bytes();
        }
        forgetOldest();
        plan(NEXT_ATTEMPT);
    }

    /**
     * The parts of a function's log after a given one, oldest first.
     *
     * @param after id of the last part that is known, or a negative number for the newest parts
     * @param limit how many at most
     */
    public List<Part> read(FunctionId function, long after, int limit) {
        return table.read(function, after, limit);
    }

    /** Writes what is not written yet, and ends. */
    @Override
    public void close() {
        writer.execute(this::write);
        writer.shutdown();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the log could not be written within 10 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
