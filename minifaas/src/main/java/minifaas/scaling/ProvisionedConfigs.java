package minifaas.scaling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.FunctionVersion;
import minifaas.function.RegistryException;
import minifaas.function.RegistryException.Kind;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For which versions and aliases how many environments are to be kept ready.
 *
 * <p>It survives a restart, and goes with the function, version or alias. An alias stands for the version that it leads
 * to at the moment, and not for the other one to which it may send a share of the calls. Reading takes no SQL. All
 * methods may be called from several threads. Source: "Configuring provisioned concurrency for a function",
 * docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html, 2026-11.
 */
public final class ProvisionedConfigs {
    static final String TAKEN =
            "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version";
    static final String UNPUBLISHED =
            "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

    private static final Logger log = LoggerFactory.getLogger(ProvisionedConfigs.class);

    private final ProvisionedTable table;
    private final FunctionRegistry registry;
    private final Clock clock;
    private final Concurrency concurrency;
    // by ARN, changed by the synchronized methods only
    private final Map<String, ProvisionedConfig> configs = new ConcurrentSkipListMap<>();

    /**
     * Opens the table, without the rows of what is gone.
     *
     * @param concurrency counts how many environments a function is to have in all
     */
    public ProvisionedConfigs(Database database, FunctionRegistry registry, Clock clock, Concurrency concurrency) {
        this.table = new ProvisionedTable(database);
        this.registry = registry;
        this.clock = clock;
        this.concurrency = concurrency;
        table.all().forEach(config -> configs.put(config.arn(), config));
        configs.values().stream().map(ProvisionedConfig::function).distinct().forEach(this::restore);
        registry.whenChanged(this::forgetDeleted);
    }

    /** What was provisioned once stays so, even if the quota was higher then. */
    private void restore(FunctionId function) {
        forgetDeleted(function);
        try {
            concurrency.provision(function, total(function));
        } catch (RegistryException tooMany) {
            concurrency.provisioned(function, total(function));
            log.warn("more is provisioned for {} than its quota allows: {}", function.arn(), tooMany.getMessage());
        }
    }

    /**
     * Has so many environments kept ready from now on, instead of what was asked for before.
     *
     * @param reference to a published version or an alias
     * @param requested 1 or more
     * @throws RegistryException RESOURCE_NOT_FOUND when it is not there; INVALID_PARAMETER_VALUE when it is or leads to
     *     {@code $LATEST}, when it is an alias with two versions, or when the quota is too small; RESOURCE_CONFLICT when
     *     the version is provisioned under another name
     */
    synchronized ProvisionedConfig put(FunctionReference reference, int requested) {
        FunctionVersion version = version(reference);
        if (version.version().equals(FunctionVersion.LATEST)) throw RegistryException.invalid(UNPUBLISHED);
        FunctionId function = reference.function();
        var config = new ProvisionedConfig(function, reference.qualifier().orElseThrow(), requested, clock.now());
        boolean isAlias = !config.qualifier().equals(version.version());
        if (isAlias && !registry.alias(reference, config.qualifier()).routing().isEmpty())
            throw RegistryException.invalid("Alias with weights can not be used with Provisioned Concurrency");
        long total = requested;
        for (ProvisionedConfig other : of(function)) {
            if (other.qualifier().equals(config.qualifier())) continue;
            total += other.requested();
            if (version(other.reference()).version().equals(version.version()))
                throw new RegistryException(
                        Kind.RESOURCE_CONFLICT,
                        isAlias ? TAKEN : "Version is pointed by a Provisioned Concurrency alias");
        }
        concurrency.provision(function, (int) Math.min(total, Integer.MAX_VALUE));
        try {
            table.put(config);
            configs.put(config.arn(), config);
        } finally {
            concurrency.provisioned(function, total(function)); // as before, when it could not be stored
        }
        return config;
    }

    /**
     * What is to be kept ready for a version or alias; empty when nothing is.
     *
     * @throws RegistryException when it is not there, or is {@code $LATEST}
     */
    Optional<ProvisionedConfig> find(FunctionReference reference) {
        if (reference.qualifier().equals(Optional.of(FunctionVersion.LATEST)))
            throw RegistryException.invalid("The function resource provided must be an alias or a published version.");
        version(reference);
        return Optional.ofNullable(configs.get(reference.arn()));
    }

    /** Keeps nothing ready for a version or alias any more; as in AWS, nothing need have been. */
    synchronized void delete(FunctionReference reference) {
        find(reference).ifPresent(this::remove);
    }

    /** All of a function. */
    List<ProvisionedConfig> of(FunctionId function) {
        return configs.values().stream()
                .filter(config -> config.function().equals(function))
                .toList();
    }

    /**
     * Which version is kept ready by which configuration. When an alias was led to a version that has a configuration
     * already, that one holds, and of two aliases the first by name.
     */
    Map<FunctionVersion, ProvisionedConfig> byVersion() {
        var byVersion = new LinkedHashMap<FunctionVersion, ProvisionedConfig>();
        for (ProvisionedConfig config : configs.values())
            running(config)
                    .filter(version -> !version.version().equals(FunctionVersion.LATEST))
                    .ifPresent(version -> byVersion.putIfAbsent(version, config));
        return byVersion;
    }

    /** How many environments of which version are to be there. */
    public Map<FunctionVersion, Integer> wanted() {
        var wanted = new LinkedHashMap<FunctionVersion, Integer>();
        byVersion().forEach((version, config) -> wanted.put(version, config.requested()));
        return wanted;
    }

    /** What an environment would be made from; empty while that cannot be invoked. */
    Optional<FunctionVersion> running(ProvisionedConfig config) {
        try {
            String number = version(config.reference()).version();
            var reference = new FunctionReference(config.function(), Optional.of(number));
            return Optional.of(registry.resolve(reference, 0).version());
        } catch (RegistryException notYetOrNoMore) {
            return Optional.empty();
        }
    }

    private FunctionVersion version(FunctionReference reference) {
        try {
            return registry.find(reference).version();
        } catch (RegistryException unknown) {
            if (reference.qualifier().orElseThrow().matches("[0-9]+")) throw unknown;
            throw new RegistryException(Kind.RESOURCE_NOT_FOUND, "Cannot find alias arn: " + reference.arn());
        }
    }

    private synchronized void forgetDeleted(FunctionId function) {
        for (ProvisionedConfig config : of(function)) {
            try {
                version(config.reference());
            } catch (RegistryException deleted) {
                remove(config);
            }
        }
    }

    private void remove(ProvisionedConfig config) {
        table.remove(config);
        configs.remove(config.arn());
        concurrency.provisioned(config.function(), total(config.function()));
    }

    private int total(FunctionId function) {
        return of(function).stream().mapToInt(ProvisionedConfig::requested).sum();
    }
}
