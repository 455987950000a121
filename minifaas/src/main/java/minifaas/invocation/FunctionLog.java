package minifaas.invocation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import minifaas.function.FunctionId;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of every function, in the database.
 *
 * <p>It is written in batches, so the death of the server may cost the last 200 ms. The newest {@value #KEPT} entries
 * of all functions together are kept; an entry holds what one invocation logged, or a part of it.
 */
public final class FunctionLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FunctionLog.class);
    private static final Duration BATCH = Duration.ofMillis(200);
    private static final int KEPT = 100_000;

    private final Database database;
    private final Clock clock;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(work -> Threads.daemon("function-log", work));

    // guarded by this
    private List<Entry> unwritten = new ArrayList<>();

    private record Entry(FunctionId function, String text, long timeMillis) {}

    /**
     * A part of a log.
     *
     * @param id grows with time; to ask for what came after
     * @param text whole lines, as a rule
     */
    public record Part(long id, String text) {}

    public FunctionLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create table if not exists log (id integer primary key autoincrement,"
                        + " arn text not null, time integer not null, text text not null)");
                return statement.execute("create index if not exists log_by_function on log (arn, id)");
            }
        });
    }

    synchronized void append(FunctionId function, String text) {
        if (unwritten.isEmpty()) clock.after(BATCH, this::writeLater);
        unwritten.add(new Entry(function, text, clock.now().toEpochMilli()));
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
        database.transaction(connection -> insert(connection, batch));
    }

    private synchronized List<Entry> take() {
        List<Entry> batch = unwritten;
        unwritten = new ArrayList<>();
        return batch;
    }

    private static int insert(Connection connection, List<Entry> batch) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into log (arn, time, text) values (?, ?, ?)");
                PreparedStatement forget = connection.prepareStatement(
                        "delete from log where id <= (select max(id) from log) - " + KEPT)) {
            for (Entry entry : batch) {
                insert.setString(1, entry.function().arn());
                insert.setLong(2, entry.timeMillis());
                insert.setString(3, entry.text());
                insert.addBatch();
            }
            insert.executeBatch();
            return forget.executeUpdate();
        }
    }

    /**
     * The parts of a function's log after a given one, oldest first.
     *
     * @param after id of the last part that is known, or a negative number for the newest parts
     * @param limit how many at most
     */
    public List<Part> read(FunctionId function, long after, int limit) {
        String query = after < 0
                ? "select id, text from (select id, text from log where arn = ? and id > ? order by id desc limit ?)"
                        + " order by id"
                : "select id, text from log where arn = ? and id > ? order by id limit ?";
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, function.arn());
                select.setLong(2, after);
                select.setInt(3, limit);
                var parts = new ArrayList<Part>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) parts.add(new Part(rows.getLong(1), rows.getString(2)));
                }
                return parts;
            }
        });
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
