package minifaas.async;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.kernel.Database;

/**
 * Which functions may feed themselves with events; no function may until it is allowed to.
 *
 * <p>A change is in the database before it holds, and ends with its function. Reading takes no SQL. All methods may be
 * called from several threads.
 */
public final class RecursionConfigs {
    private final Database database;
    private final FunctionRegistry registry;
    // read without a lock; written by the synchronized methods only, after the table
    private final Set<FunctionId> allowed = ConcurrentHashMap.newKeySet();

    /** Opens the table, without functions that are gone. */
    public RecursionConfigs(Database database, FunctionRegistry registry) {
        this.database = database;
        this.registry = registry;
        database.execute("create table if not exists allowed_recursion (arn text primary key)");
        allowed.addAll(stored());
        allowed.forEach(this::forgetDeleted);
        registry.whenChanged(this::forgetDeleted);
    }

    private Set<FunctionId> stored() {
        return database.transaction(connection -> {
            var all = new HashSet<FunctionId>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select arn from allowed_recursion")) {
                while (rows.next())
                    all.add(FunctionReference.ofArn(rows.getString(1)).function());
            }
            return all;
        });
    }

    /** What holds for a function. */
    public RecursiveLoop of(FunctionId function) {
        return allowed.contains(function) ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE;
    }

    /**
     * What holds for a function that somebody asks about.
     *
     * @throws RegistryException when there is no such function, or the reference names one of its versions
     */
    public RecursiveLoop get(FunctionReference function) {
        FunctionId id = function.requireWhole();
        registry.find(function);
        return of(id);
    }

    /**
     * Decides for a function.
     *
     * @throws RegistryException when there is no such function, or the reference names one of its versions
     */
    public synchronized void put(FunctionReference function, RecursiveLoop loop) {
        FunctionId id = function.requireWhole();
        registry.find(function);
        if (loop == RecursiveLoop.TERMINATE) {
            terminate(id);
            return;
        }
        database.execute("insert or replace into allowed_recursion values (?)", id.arn());
        allowed.add(id);
    }

    private void forgetDeleted(FunctionId function) {
        if (!registry.exists(function)) terminate(function);
    }

    private synchronized void terminate(FunctionId function) {
        if (!allowed.contains(function)) return;
        database.execute("delete from allowed_recursion where arn = ?", function.arn());
        allowed.remove(function);
    }
}
