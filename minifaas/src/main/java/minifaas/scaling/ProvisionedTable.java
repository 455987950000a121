package minifaas.scaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import minifaas.function.FunctionId;
import minifaas.kernel.Database;

/** The table of what is to be kept ready. */
final class ProvisionedTable {
    private final Database database;

    /** Makes the table when it is not there. */
    ProvisionedTable(Database database) {
        this.database = database;
        database.execute(
                "create table if not exists provisioned_concurrency (account text, region text, name text, qualifier text,"
                        + " executions integer not null, modified text not null,"
                        + " primary key (account, region, name, qualifier))");
    }

    List<ProvisionedConfig> all() {
        return database.transaction(connection -> {
            var all = new ArrayList<ProvisionedConfig>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select * from provisioned_concurrency")) {
                while (rows.next()) {
                    var function = new FunctionId(rows.getString(1), rows.getString(2), rows.getString(3));
                    var modified = Instant.parse(rows.getString(6));
                    all.add(new ProvisionedConfig(function, rows.getString(4), rows.getInt(5), modified));
                }
            }
            return all;
        });
    }

    void put(ProvisionedConfig config) {
        FunctionId function = config.function();
        database.execute(
                "insert or replace into provisioned_concurrency values (?, ?, ?, ?, ?, ?)",
                function.account(),
                function.region(),
                function.name(),
                config.qualifier(),
                config.requested(),
                config.lastModified().toString());
    }

    void remove(ProvisionedConfig config) {
        FunctionId function = config.function();
        database.execute(
                "delete from provisioned_concurrency where account=? and region=? and name=? and qualifier=?",
                function.account(),
                function.region(),
                function.name(),
                config.qualifier());
    }
}
