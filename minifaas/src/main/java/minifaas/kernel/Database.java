package minifaas.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A SQLite file that holds what must survive a restart.
 *
 * <p>It is kept in WAL mode: a transaction that was committed survives the death of this process at any moment, and
 * with {@link Durability#FULL} that of the machine too. One connection is shared, and one piece of work has it at a
 * time.
 */
public final class Database implements AutoCloseable {
    private final Path file;
    private final Durability durability;
    // guarded by this
    private Connection connection;
    private boolean isLost;
    private boolean isClosed;

    private Database(Path file, Durability durability) throws SQLException {
        this.file = file;
        this.durability = durability;
        this.connection = connect();
    }

    /** What a committed transaction survives (SQLite: {@code synchronous}, sqlite.org/pragma.html, 2026-11). */
    public enum Durability {
        /** The death of the process; a power cut may take the last transactions, never the file. */
        NORMAL,
        /** A power cut too: each commit waits until the disk has it. */
        FULL
    }

    /**
     * Opens the file with {@link Durability#NORMAL}, and makes it when it is not there.
     *
     * @throws IOException when the folder cannot be made or the file is not a database
     */
    public static Database open(Path file) throws IOException {
        return open(file, Durability.NORMAL);
    }

    /** Opens the file, with what its transactions are to survive. */
    public static Database open(Path file, Durability durability) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            return new Database(file, durability);
        } catch (SQLException failure) {
            throw new IOException("cannot open the database " + file + ": " + failure.getMessage(), failure);
        }
    }

    private Connection connect() throws SQLException {
        Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = opened.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma synchronous=" + durability);
            statement.execute("pragma busy_timeout=5000");
            // what may only be read is found out now, and not by the first who has something to keep; it takes a
            // change,
            // since to begin is allowed there
            statement.execute("begin immediate");
            statement.execute("pragma user_version=1");
            statement.execute("rollback");
            opened.setAutoCommit(false);
            return opened;
        } catch (SQLException failure) {
            opened.close();
            throw failure;
        }
    }

    /** Work on the database that ends with a value. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does a piece of work in one transaction: all of it is kept, or none of it when it throws.
     *
     * @throws DatabaseException when SQLite refuses
     */
    public synchronized <T> T transaction(Work<T> work) {
        boolean kept = false;
        try {
            replaceIfLost();
            T result = work.on(connection);
            connection.commit();
            kept = true;
            return result;
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        } finally {
            if (!kept) rollBack();
        }
    }

    /**
     * Undoes what a transaction has done so far. After some failures, a full disk among them, SQLite has done so by itself
     * (sqlite.org/lang_transaction.html, 2026-11), which the driver does not know: its connection is of no use any more.
     */
    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException hasRolledBack) {
            isLost = !isClosed;
        }
    }

    private void replaceIfLost() throws SQLException {
        if (!isLost) return;
        connection.close();
        connection = connect();
        isLost = false;
    }

    /**
     * Does one statement in a transaction of its own.
     *
     * @param values in the order of the statement's question marks
     * @return how many rows it changed
     * @throws DatabaseException when SQLite refuses
     */
    public int execute(String sql, Object... values) {
        return transaction(connection -> execute(connection, sql, values));
    }

    /** Does one statement of a larger piece of work; answers how many rows it changed. */
    public static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement.executeUpdate();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /** SQLite refused: the disk is full, the file is damaged, or a statement is wrong. */
    public static final class DatabaseException extends RuntimeException {
        private DatabaseException(SQLException cause) {
            super("database: " + cause.getMessage(), cause);
        }
    }
}
