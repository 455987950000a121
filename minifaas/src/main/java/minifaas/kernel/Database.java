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
    // guarded by this
    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
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
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("pragma journal_mode=wal");
                statement.execute("pragma synchronous=" + durability);
                statement.execute("pragma busy_timeout=5000");
            }
            connection.setAutoCommit(false);
            return new Database(connection);
        } catch (SQLException failure) {
            throw new IOException("cannot open the database " + file + ": " + failure.getMessage(), failure);
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
        try {
            boolean kept = false;
            try {
                T result = work.on(connection);
                connection.commit();
                kept = true;
                return result;
            } finally {
                if (!kept) connection.rollback();
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
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
