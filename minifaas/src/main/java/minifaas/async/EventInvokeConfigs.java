package minifaas.async;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.async.EventInvokeConfigChange.DestinationConfig;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;

/**
 * How events are treated, by version and alias: what was configured, and the default for all others.
 *
 * <p>What a method answered survives the death of the process, until the version or alias is deleted. Reading takes no SQL.
 * All methods may be called from several threads, and take a reference without a qualifier for {@code $LATEST}. They throw
 * {@link RegistryException} for what AWS refuses too; source: the operations PutFunctionEventInvokeConfig and so on,
 * docs.aws.amazon.com/lambda/latest/api, 2026-11.
 */
public final class EventInvokeConfigs {
    private final FunctionRegistry registry;
    private final Targets targets;
    private final Clock clock;
    private final EventInvokeConfigTable table;
    // read without a lock; written by the synchronized methods only, after the table
    private final Map<FunctionReference, EventInvokeConfig> configs = new ConcurrentHashMap<>();

    /** Opens the table, without what belonged to functions, versions and aliases that are gone. */
    public EventInvokeConfigs(Database database, FunctionRegistry registry, Targets targets, Clock clock) {
        this.registry = registry;
        this.targets = targets;
        this.clock = clock;
        table = new EventInvokeConfigTable(database);
        configs.putAll(table.all());
        configs.keySet().forEach(this::forgetIfGone);
        registry.whenChanged(this::forgetDeleted);
    }

    /** What holds for events of a version or alias. */
    public EventInvokeConfig of(FunctionReference reference) {
        return configs.getOrDefault(reference.qualified(), EventInvokeConfig.DEFAULT);
    }

    /** Configures a version or alias anew: what is not set has AWS's default again. */
    public synchronized EventInvokeConfig put(FunctionReference reference, EventInvokeConfigChange change) {
        change.check();
        requireExisting(reference);
        requireTargets(reference.function(), change);
        return save(reference.qualified(), change.applyTo(EventInvokeConfig.DEFAULT, now()));
    }

    /** Changes what was configured for a version or alias. */
    public synchronized EventInvokeConfig update(FunctionReference reference, EventInvokeConfigChange change) {
        change.check();
        requireExisting(reference);
        EventInvokeConfig before = get(reference);
        requireTargets(reference.function(), change);
        return save(reference.qualified(), change.applyTo(before, now()));
    }

    /** What was configured for a version or alias. */
    public EventInvokeConfig get(FunctionReference reference) {
        FunctionReference which = reference.qualified();
        return Optional.ofNullable(configs.get(which))
                .orElseThrow(() -> new RegistryException(
                        RegistryException.Kind.RESOURCE_NOT_FOUND,
                        "The function " + which.arn() + " doesn't have an EventInvokeConfig"));
    }

    /** Forgets what was configured for a version or alias. */
    public synchronized void delete(FunctionReference reference) {
        get(reference);
        forget(reference.qualified());
    }

    /** All that was configured for a function, its versions and its aliases. */
    public Map<FunctionReference, EventInvokeConfig> list(FunctionReference function) {
        requireExisting(new FunctionReference(function.function(), Optional.empty()));
        return of(function.function()).collect(Collectors.toMap(which -> which, this::of));
    }

    private Stream<FunctionReference> of(FunctionId function) {
        return configs.keySet().stream().filter(which -> which.function().equals(function));
    }

    private void requireExisting(FunctionReference reference) {
        if (!exists(reference))
            throw new RegistryException(RegistryException.Kind.RESOURCE_NOT_FOUND, "The function doesn't exist.");
    }

    private boolean exists(FunctionReference reference) {
        try {
            registry.find(reference);
            return true;
        } catch (RegistryException notThere) {
            return false;
        }
    }

    private void requireTargets(FunctionId function, EventInvokeConfigChange change) {
        change.destinations().ifPresent(destinations -> {
            destinations.onSuccess().ifPresent(arn -> requireTarget(function, arn, destinations));
            destinations.onFailure().ifPresent(arn -> requireTarget(function, arn, destinations));
        });
    }

    private void requireTarget(FunctionId function, String arn, DestinationConfig destinations) {
        if (!targets.isKnownKind(arn))
            throw RegistryException.invalid("The provided destination config " + destinations + " is invalid.");
        if (isPartOf(function, arn))
            throw RegistryException.invalid("You can't specify the function as a destination for itself.");
        targets.require(arn);
    }

    /** Whether an ARN, however it is written, names a function or one of its versions and aliases. */
    private static boolean isPartOf(FunctionId function, String arn) {
        try {
            return FunctionReference.ofArn(arn).function().equals(function);
        } catch (RegistryException notAFunction) {
            return false;
        }
    }

    private EventInvokeConfig save(FunctionReference which, EventInvokeConfig after) {
        table.put(which, after);
        configs.put(which, after);
        return after;
    }

    private synchronized void forgetDeleted(FunctionId function) {
        of(function).forEach(this::forgetIfGone);
    }

    private void forgetIfGone(FunctionReference which) {
        if (!exists(which)) forget(which);
    }

    /** As exactly as the table keeps it. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private void forget(FunctionReference which) {
        table.remove(which);
        configs.remove(which);
    }
}
