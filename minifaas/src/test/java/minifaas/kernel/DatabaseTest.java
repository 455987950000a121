package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import minifaas.kernel.Database.DatabaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final String INSERT = "insert into thing values (?, zeroblob(100000))";

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("things.db"));
        database.execute("create table if not exists thing (name text, bytes blob)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long things() {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from thing")) {
                return rows.getLong(1);
            }
        });
    }

    /** As if there was room on the disk for so many pages only, for whoever has this connection. */
    private void limitPages(int pages) {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("pragma max_page_count = " + pages);
            }
        });
    }

    private void failHalfway() {
        assertThatThrownBy(() -> database.transaction(connection -> {
                    Database.execute(connection, INSERT, "half");
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");
    }

    @Test
    void aTransactionIsKeptAsAWholeOrNotAtAll() throws IOException {
        database.execute(INSERT, "kept");
        failHalfway();
        assertThat(things()).isOne();
        close();
        open();
        assertThat(things()).isOne();
    }

    @Test
    void afterTheDiskWasFullItIsUsedAsBefore() {
        database.execute(INSERT, "before");
        limitPages(20);
        assertThatThrownBy(() -> database.execute(INSERT, "too much"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("SQLITE_FULL");

        assertThat(things()).as("without what the caller was told is not kept").isOne();
        database.execute(INSERT, "after");
        failHalfway();
        assertThat(things()).isEqualTo(2);
    }

    @Test
    void onceItIsClosedItStaysSo() {
        database.close();
        for (int attempt = 0; attempt < 3; attempt++)
            assertThatThrownBy(() -> database.execute(INSERT, "late")).isInstanceOf(DatabaseException.class);
    }

    @Test
    void whatIsNoDatabaseIsRefused() throws IOException {
        Path file = folder.resolve("other.db");
        Files.writeString(file, "this is no database, and long enough to be taken for one".repeat(100));
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot open the database " + file);
    }
}
