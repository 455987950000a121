package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.kernel.Database;
import minifaas.kernel.Json;

/**
 * The database's table of events that wait.
 *
 * <p>One index serves all questions: it holds a function's events in the order in which they are due. Dates are kept in
 * milliseconds. No question but {@link #count} costs more than what it answers, however many events wait.
 */
final class EventTable {
    private static final List<String> SCHEMA = List.of(
            "create table if not exists event (arn text not null, due integer not null, id text not null,"
                    + " qualifier text, payload blob not null, context text, trace text not null,"
                    + " accepted integer not null, invocations integer not null, deferrals integer not null)",
            "create index if not exists event_by_due on event (arn, due, id)");

    private static final String INSERT =
            "insert into event (arn, due, id, qualifier, payload, context, trace, accepted,"
                    + " invocations, deferrals) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update event set due = ?, invocations = ?, deferrals = ? where arn = ? and due = ? and id = ?";
    static final String DELETE = "delete from event where arn = ? and due = ? and id = ?";

    /** From one function to the next, by the index: the events in between are not read. */
    static final String FUNCTIONS = "with recursive each(arn) as (select min(arn) from event union all"
            + " select (select min(arn) from event where arn > each.arn) from each where each.arn is not null)"
            + " select arn from each where arn is not null";

    /** The first of a function but for some, whose payloads are not read. */
    static final String FIRST = "select * from event where arn = ? and id not in (select value from json_each(?))"
            + " order by due, id limit ?";

    static final String DROP = "delete from event where arn = ? and accepted <= ?";

    private final Database database;

    /** An event as it is in the table, and as it is to be. */
    record Change(QueuedEvent before, QueuedEvent after) {}

    /** Opens the table, and makes it when it is not there. */
    EventTable(Database database) {
        this.database = database;
        SCHEMA.forEach(database::execute);
    }

    /**
     * Keeps, changes and removes events in one transaction: all of it is done, or nothing when it throws.
     *
     * @return how many of those to remove were there
     */
    int write(List<QueuedEvent> kept, List<Change> changed, List<QueuedEvent> removed) {
        return database.transaction(connection -> {
            insert(connection, kept);
            update(connection, changed);
            return delete(connection, removed);
        });
    }

    private static void insert(Connection connection, List<QueuedEvent> events) throws SQLException {
        if (events.isEmpty()) return;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (QueuedEvent event : events) {
                key(insert, 1, event);
                insert.setString(4, event.function().qualifier().orElse(null));
                insert.setBytes(5, event.payload());
                insert.setString(6, event.clientContext().orElse(null));
                insert.setString(7, event.traceId());
                insert.setLong(8, event.acceptedAt().toEpochMilli());
                insert.setInt(9, event.invocations());
                insert.setInt(10, event.deferrals());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void update(Connection connection, List<Change> changes) throws SQLException {
        if (changes.isEmpty()) return;
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Change change : changes) {
                update.setLong(1, change.after().dueAt().toEpochMilli());
                update.setInt(2, change.after().invocations());
                update.setInt(3, change.after().deferrals());
                key(update, 4, change.before());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static int delete(Connection connection, List<QueuedEvent> events) throws SQLException {
        if (events.isEmpty()) return 0;
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (QueuedEvent event : events) {
                key(delete, 1, event);
                delete.addBatch();
            }
            return IntStream.of(delete.executeBatch()).sum();
        }
    }

    private static void key(PreparedStatement statement, int first, QueuedEvent event) throws SQLException {
        statement.setString(first, event.function().function().arn());
        statement.setLong(first + 1, event.dueAt().toEpochMilli());
        statement.setString(first + 2, event.id());
    }

    /** The events of a function that are due first, due or not, but for some. */
    List<QueuedEvent> first(FunctionId function, Set<String> except, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIRST)) {
                select.setString(1, function.arn());
                select.setString(2, new String(Json.write(except), UTF_8));
                select.setInt(3, limit);
                var events = new ArrayList<QueuedEvent>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) events.add(event(rows, function));
                }
                return events;
            }
        });
    }

    private static QueuedEvent event(ResultSet row, FunctionId function) throws SQLException {
        return new QueuedEvent(
                row.getString("id"),
                new FunctionReference(function, Optional.ofNullable(row.getString("qualifier"))),
                row.getBytes("payload"),
                Optional.ofNullable(row.getString("context")),
                row.getString("trace"),
                Instant.ofEpochMilli(row.getLong("accepted")),
                row.getInt("invocations"),
                row.getInt("deferrals"),
                Instant.ofEpochMilli(row.getLong("due")));
    }

    /** The functions that have events. */
    List<FunctionId> functions() {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(FUNCTIONS)) {
                var functions = new ArrayList<FunctionId>();
                while (rows.next())
                    functions.add(FunctionReference.ofArn(rows.getString(1)).function());
                return functions;
            }
        });
    }

    /** How many events there are; it reads the whole index. */
    long count() {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from event")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Forgets the events of a function that were accepted up to a moment; answers how many. */
    int drop(FunctionId function, Instant upTo) {
        return database.execute(DROP, function.arn(), upTo.toEpochMilli());
    }
}
