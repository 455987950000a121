package minifaas.scaling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.FunctionVersion;
import minifaas.function.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the owner of a function asks for and sees: how many environments are kept ready, and how far that has come. */
public final class ProvisionedConcurrency {
    private static final Logger log = LoggerFactory.getLogger(ProvisionedConcurrency.class);

    private final ProvisionedConfigs configs;
    private final ProvisionedEnvironments environments;
    private final FunctionRegistry registry;

    public ProvisionedConcurrency(
            ProvisionedConfigs configs, ProvisionedEnvironments environments, FunctionRegistry registry) {
        this.configs = configs;
        this.environments = environments;
        this.registry = registry;
    }

    /** Starts what was asked for before a restart, and from now on follows what becomes of versions and aliases. */
    public void start() {
        registry.whenChanged(function -> follow());
        follow();
    }

    /** What is changed in the registry has been changed, and the platform has started, even if this fails. */
    private void follow() {
        try {
            environments.reconcile();
        } catch (RuntimeException failure) {
            log.error("environments are not kept ready as they should be", failure);
        }
    }

    /**
     * Has environments kept ready; see {@link ProvisionedConfigs#put}.
     *
     * @return the configuration, which is IN_PROGRESS
     */
    public Map.Entry<ProvisionedConfig, Provision> put(FunctionReference reference, int requested) {
        ProvisionedConfig config = configs.put(reference, requested);
        var accepted = Map.entry(config, provision(config).triedAgain());
        environments.reconcile();
        return accepted;
    }

    /**
     * What is kept ready for a version or alias; empty when nothing is.
     *
     * @throws RegistryException when it is not there, or is {@code $LATEST}
     */
    public Optional<Map.Entry<ProvisionedConfig, Provision>> find(FunctionReference reference) {
        return configs.find(reference).map(config -> Map.entry(config, provision(config)));
    }

    /**
     * Lets go of what is kept ready for a version or alias; nothing need be.
     *
     * @throws RegistryException when it is not there, or is {@code $LATEST}
     */
    public void delete(FunctionReference reference) {
        configs.delete(reference);
        environments.reconcile();
    }

    /**
     * All that is kept ready for a function, by version and alias.
     *
     * @throws RegistryException when there is no such function
     */
    public Map<ProvisionedConfig, Provision> list(FunctionReference function) {
        registry.find(new FunctionReference(function.function(), Optional.empty()));
        var list = new LinkedHashMap<ProvisionedConfig, Provision>();
        configs.of(function.function()).forEach(config -> list.put(config, provision(config)));
        return list;
    }

    private Provision provision(ProvisionedConfig config) {
        Optional<FunctionVersion> version = configs.running(config);
        if (version.isEmpty()) return Provision.inProgress();
        if (version.get().version().equals(FunctionVersion.LATEST))
            return Provision.failed(ProvisionedConfigs.UNPUBLISHED);
        if (!config.equals(configs.byVersion().get(version.get()))) return Provision.failed(ProvisionedConfigs.TAKEN);
        return environments.provision(version.get(), config.requested());
    }
}
