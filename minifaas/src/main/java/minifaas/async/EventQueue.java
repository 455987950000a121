package minifaas.async;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import minifaas.async.EventTable.Change;
import minifaas.function.FunctionId;
import minifaas.kernel.Database;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that wait, in a database.
 *
 * <p>One thread writes. While it commits a transaction, what others want written gathers for the next one, so that many
 * share the cost of a commit (group commit), and a lone event waits for nobody. No caller waits: each gets a future,
 * which completes after the commit, and fails when the transaction does, and then nothing of it was done. When
 * {@value #MOST_WAITING_MIB} MiB of events wait to be written, further ones are refused.
 */
public final class EventQueue implements EventStore, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventQueue.class);
    private static final int MOST_WAITING_MIB = 64;
    private static final int BYTES_BESIDE_PAYLOAD = 1024;
    private static final int SECONDS_TO_END = 10;

    private final EventTable table;
    private final ExecutorService writer;
    /** Whoever waits for an answer may be slow, and must not hold up the writer. */
    private final ExecutorService answers;

    private volatile Consumer<FunctionId> listener = function -> {};
    private volatile long depth; // counted once, and kept up to date by the writer

    // guarded by this
    private Batch next = new Batch();
    private boolean isClosed;

    /** What one transaction does. */
    private static final class Batch {
        final List<QueuedEvent> kept = new ArrayList<>();
        final List<Change> changed = new ArrayList<>();
        final List<QueuedEvent> removed = new ArrayList<>();
        final CompletableFuture<Void> written = new CompletableFuture<>();
        long bytes;

        boolean isEmpty() {
            return kept.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }
    }

    public EventQueue(Database database) {
        this(
                new EventTable(database),
                Executors.newSingleThreadExecutor(work -> Threads.daemon("event-queue", work)),
                Executors.newCachedThreadPool(work -> Threads.daemon("event-answer", work)));
    }

    EventQueue(EventTable table, ExecutorService writer, ExecutorService answers) {
        this.table = table;
        this.writer = writer;
        this.answers = answers;
        this.depth = table.count();
    }

    /** Has a listener called after events of a function were kept. */
    void whenKept(Consumer<FunctionId> newListener) {
        listener = newListener;
    }

    @Override
    public CompletableFuture<Void> keep(QueuedEvent event) {
        return write(batch -> {
            if (batch.bytes > MOST_WAITING_MIB * 1024L * 1024)
                throw new RejectedExecutionException(MOST_WAITING_MIB + " MiB of events wait to be stored already");
            batch.kept.add(event);
            batch.bytes += BYTES_BESIDE_PAYLOAD + event.payload().length;
        });
    }

    /** Changes the counts of an event and when it is due. */
    CompletableFuture<Void> change(Change change) {
        return write(batch -> batch.changed.add(change));
    }

    /** Forgets an event. */
    CompletableFuture<Void> remove(QueuedEvent event) {
        return write(batch -> batch.removed.add(event));
    }

    private CompletableFuture<Void> write(Consumer<Batch> wish) {
        try {
            synchronized (this) {
                if (isClosed) throw new RejectedExecutionException("the queue is closed");
                boolean isFirst = next.isEmpty();
                wish.accept(next);
                CompletableFuture<Void> written = next.written.copy(); // nobody can end it for the others
                if (isFirst) writer.execute(this::commit);
                return written;
            }
        } catch (RejectedExecutionException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private void commit() {
        Batch batch = takeBatch();
        try {
            int removed = table.write(batch.kept, batch.changed, batch.removed);
            depth += batch.kept.size() - removed;
            answers.execute(() -> tell(batch));
        } catch (RuntimeException | Error failure) { // whatever it is, somebody waits for an answer
            log.error("{} events could not be stored", batch.kept.size(), failure);
            answers.execute(() -> batch.written.completeExceptionally(failure));
        }
    }

    private synchronized Batch takeBatch() {
        Batch batch = next;
        next = new Batch();
        return batch;
    }

    private void tell(Batch batch) {
        batch.written.complete(null);
        batch.kept.stream().map(event -> event.function().function()).distinct().forEach(listener);
    }

    /** The events of a function that are due first, due or not, but for some that are known by their ids. */
    CompletableFuture<List<QueuedEvent>> first(FunctionId function, Set<String> except, int limit) {
        return read(() -> table.first(function, except, limit));
    }

    /** How many events wait or are being delivered, of all functions. */
    public long depth() {
        return depth;
    }

    /** The functions that have events. */
    CompletableFuture<List<FunctionId>> functions() {
        return read(table::functions);
    }

    /** Forgets all events of a function that were accepted up to a moment; answers how many. */
    CompletableFuture<Integer> drop(FunctionId function, Instant upTo) {
        return read(() -> {
            int dropped = table.drop(function, upTo);
            depth -= dropped;
            return dropped;
        });
    }

    private <T> CompletableFuture<T> read(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, writer).thenApplyAsync(answer -> answer, answers);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }

    /** Writes what is not written yet, and ends. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        writer.shutdown();
        try {
            if (!writer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS))
                log.error("events could not be stored within {} s", SECONDS_TO_END);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        answers.shutdown();
    }
}
