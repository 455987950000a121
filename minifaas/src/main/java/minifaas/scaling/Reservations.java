package minifaas.scaling;

import java.util.HashMap;
import java.util.Map;
import minifaas.function.FunctionId;
import minifaas.kernel.Database;

/** The table of what is reserved for which function. */
final class Reservations {
    private final Database database;

    /** Makes the table when it is not there. */
    Reservations(Database database) {
        this.database = database;
        database.execute("create table if not exists reserved_concurrency (account text, region text,"
                + " name text, executions integer not null, primary key (account, region, name))");
    }

    Map<FunctionId, Integer> all() {
        return database.transaction(connection -> {
            var all = new HashMap<FunctionId, Integer>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select * from reserved_concurrency")) {
                while (rows.next())
                    all.put(new FunctionId(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getInt(4));
            }
            return all;
        });
    }

    void put(FunctionId function, int concurrency) {
        database.execute(
                "insert or replace into reserved_concurrency values (?, ?, ?, ?)",
                function.account(),
                function.region(),
                function.name(),
                concurrency);
    }

    void remove(FunctionId function) {
        database.execute(
                "delete from reserved_concurrency where account=? and region=? and name=?",
                function.account(),
                function.region(),
                function.name());
    }
}
