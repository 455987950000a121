package minifaas.async;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionReference;
import minifaas.kernel.Database;

/** The table of what was configured for events, by version and alias. */
final class EventInvokeConfigTable {
    private final Database database;

    /** Makes the table when it is not there. */
    EventInvokeConfigTable(Database database) {
        this.database = database;
        database.execute("create table if not exists event_invoke_config (arn text primary key, retries integer,"
                + " age_seconds integer, on_success text, on_failure text, modified_ms integer not null)");
    }

    Map<FunctionReference, EventInvokeConfig> all() {
        return database.transaction(connection -> {
            var all = new HashMap<FunctionReference, EventInvokeConfig>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select * from event_invoke_config")) {
                while (rows.next()) all.put(FunctionReference.ofArn(rows.getString("arn")), config(rows));
            }
            return all;
        });
    }

    private static EventInvokeConfig config(ResultSet row) throws SQLException {
        return new EventInvokeConfig(
                Optional.ofNullable((Integer) row.getObject("retries")),
                Optional.ofNullable((Integer) row.getObject("age_seconds")).map(Duration::ofSeconds),
                Optional.ofNullable(row.getString("on_success")),
                Optional.ofNullable(row.getString("on_failure")),
                Instant.ofEpochMilli(row.getLong("modified_ms")));
    }

    /** @param which with a qualifier, as everywhere here */
    void put(FunctionReference which, EventInvokeConfig config) {
        database.execute(
                "insert or replace into event_invoke_config values (?, ?, ?, ?, ?, ?)",
                which.arn(),
                config.maximumRetryAttempts().orElse(null),
                config.maximumEventAge().map(Duration::toSeconds).orElse(null),
                config.onSuccess().orElse(null),
                config.onFailure().orElse(null),
                config.lastModified().toEpochMilli());
    }

    void remove(FunctionReference which) {
        database.execute("delete from event_invoke_config where arn = ?", which.arn());
    }
}
