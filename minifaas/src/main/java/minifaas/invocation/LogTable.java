package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import minifaas.function.FunctionId;
import minifaas.kernel.Database;

/** The database's table of what functions logged; the oldest entries give way when there are too many or too large. */
final class LogTable {
    private final Database database;
    private final int mostEntries;
    private final long mostBytes;
    private long keptBytes; // only the thread's that writes

    /** What one invocation logged, or a part of it. */
    record Entry(FunctionId function, String text, long timeMillis) {
        int bytes() {
            return text.getBytes(UTF_8).length;
        }
    }

    /**
     * Opens the table, and makes it when it is not there.
     *
     * @param mostEntries how many are kept, of all functions together
     * @param mostBytes how much text is kept, in UTF-8
     */
    LogTable(Database database, int mostEntries, long mostBytes) {
        this.database = database;
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
        this.keptBytes = database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create table if not exists log (id integer primary key autoincrement,"
                        + " arn text not null, time integer not null, text text not null)");
                statement.execute("create index if not exists log_by_function on log (arn, id)");
            }
            return sum(connection, "select octet_length(text) from log");
        });
    }

    /** Keeps all of these entries, or none of them when it throws. */
    void write(List<Entry> entries) {
        keptBytes = database.transaction(connection -> {
            insert(connection, entries);
            return trim(
                    connection,
                    keptBytes + entries.stream().mapToLong(Entry::bytes).sum());
        });
    }

    private static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log (arn, time, text) values (?, ?, ?)")) {
            for (Entry entry : entries) {
                insert.setString(1, entry.function().arn());
                insert.setLong(2, entry.timeMillis());
                insert.setString(3, entry.text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets the oldest entries, and answers how many bytes are left. */
    private long trim(Connection connection, long bytes) throws SQLException {
        long left = bytes - forget(connection, "id <= (select max(id) from log) - " + mostEntries);
        for (long freed = 1; left > mostBytes && freed > 0; left -= freed)
            freed = forget(connection, "id = (select min(id) from log)");
        return left;
    }

    private static long forget(Connection connection, String which) throws SQLException {
        return sum(connection, "delete from log where " + which + " returning octet_length(text)");
    }

    private static long sum(Connection connection, String numbers) throws SQLException {
        long sum = 0;
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(numbers)) {
            while (rows.next()) sum += rows.getLong(1);
        }
        return sum;
    }

    /** See {@link FunctionLog#read}. */
    List<FunctionLog.Part> read(FunctionId function, long after, int limit) {
        String query = after < 0
                ? "select id, text from (select id, text from log where arn = ? and id > ? order by id desc limit ?)"
                        + " order by id"
                : "select id, text from log where arn = ? and id > ? order by id limit ?";
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, function.arn());
                select.setLong(2, after);
                select.setInt(3, limit);
                var parts = new ArrayList<FunctionLog.Part>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) parts.add(new FunctionLog.Part(rows.getLong(1), rows.getString(2)));
                }
                return parts;
            }
        });
    }
}
