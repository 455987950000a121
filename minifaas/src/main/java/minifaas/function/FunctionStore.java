package minifaas.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import minifaas.kernel.Database;

/**
 * All functions, in memory for those who ask, and written through to the database by those who change them.
 *
 * <p>A function is one row with a JSON document. An archive is kept once for each digest, and no longer than some
 * function needs it. Each change is one transaction: after a crash it is there with its archive, or not at all. Reading
 * takes no lock and no SQL.
 */
final class FunctionStore {
    private static final List<String> SCHEMA = List.of(
            "create table if not exists function (account text, region text, name text, document blob not null,"
                    + " primary key (account, region, name))",
            "create table if not exists code (digest text primary key, archive blob not null)");

    private final Database database;
    // read without a lock; written by the synchronized methods only, after the transaction
    private final Map<FunctionId, FunctionRecord> functions = new ConcurrentHashMap<>();

    FunctionStore(Database database) {
        this.database = database;
        database.transaction(connection -> {
            for (String statement : SCHEMA) Database.execute(connection, statement);
            try (var rows = connection.createStatement().executeQuery("select document from function")) {
                while (rows.next()) remember(Documents.read(rows.getBytes(1)));
            }
            return null;
        });
    }

    Optional<FunctionRecord> find(FunctionId id) {
        return Optional.ofNullable(functions.get(id));
    }

    Collection<FunctionRecord> all() {
        return functions.values();
    }

    /** Keeps a new function with its archive; answers false when there is one of that name. */
    synchronized boolean add(FunctionRecord function, byte[] archive) {
        if (functions.containsKey(function.id())) return false;
        save(Optional.empty(), function, Optional.of(archive));
        return true;
    }

    /** Changes a function; what the change throws leaves it as it was. Answers empty when there is no such function. */
    Optional<FunctionRecord> change(FunctionId id, UnaryOperator<FunctionRecord> change) {
        return change(id, Optional.empty(), change);
    }

    /** Changes a function, and keeps an archive that it needs from now on. */
    synchronized Optional<FunctionRecord> change(
            FunctionId id, Optional<byte[]> archive, UnaryOperator<FunctionRecord> change) {
        Optional<FunctionRecord> before = find(id);
        Optional<FunctionRecord> after = before.map(change);
        after.ifPresent(changed -> save(before, changed, archive));
        return after;
    }

    /** Forgets a function and all that only it needed; answers false when there is no such function. */
    synchronized boolean remove(FunctionId id) {
        Optional<FunctionRecord> before = find(id);
        if (before.isEmpty()) return false;
        Set<String> dropped = notNeededBy(others(id), before.get().digests());
        database.transaction(connection -> {
            Database.execute(
                    connection, "delete from function where account=? and region=? and name=?", (Object[]) key(id));
            for (String digest : dropped) Database.execute(connection, "delete from code where digest=?", digest);
            return null;
        });
        functions.remove(id);
        return true;
    }

    /** The archive with this digest, as it was uploaded. */
    Optional<byte[]> archive(String digest) {
        return database.transaction(connection -> {
            try (var query = connection.prepareStatement("select archive from code where digest=?")) {
                query.setString(1, digest);
                var rows = query.executeQuery();
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        });
    }

    private void save(Optional<FunctionRecord> before, FunctionRecord after, Optional<byte[]> archive) {
        FunctionId id = after.id();
        var users = others(id);
        users.add(after);
        Set<String> dropped =
                notNeededBy(users, before.map(FunctionRecord::digests).orElse(Set.of()));
        database.transaction(connection -> {
            Database.execute(
                    connection,
                    "insert or replace into function (account, region, name, document) values (?, ?, ?, ?)",
                    id.account(),
                    id.region(),
                    id.name(),
                    Documents.write(after));
            if (archive.isPresent())
                Database.execute(
                        connection,
                        "insert or replace into code (digest, archive) values (?, ?)",
                        Code.of(archive.get()).sha256(),
                        archive.get());
            for (String digest : dropped) Database.execute(connection, "delete from code where digest=?", digest);
            return null;
        });
        remember(after);
    }

    private void remember(FunctionRecord function) {
        functions.put(function.id(), function);
    }

    private List<FunctionRecord> others(FunctionId id) {
        var others = new ArrayList<>(all());
        others.removeIf(function -> function.id().equals(id));
        return others;
    }

    private static Set<String> notNeededBy(List<FunctionRecord> users, Set<String> digests) {
        var unused = new HashSet<>(digests);
        users.forEach(user -> unused.removeAll(user.digests()));
        return unused;
    }

    private static String[] key(FunctionId id) {
        return new String[] {id.account(), id.region(), id.name()};
    }
}
