package minifaas.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import minifaas.kernel.Independently;

/**
 * What can be invoked: functions with their code, settings, versions, aliases and tags.
 *
 * <p>A function is created Pending; a background thread unpacks its code and has it prepared, then it is Active. An
 * update works in the same way, and until it is done invocations run what was there before. Each method is atomic, and
 * what it answered survives the death of the process. All methods may be called from several threads.
 *
 * <p>Every method throws {@link RegistryException} for what AWS refuses too. Source: the operations of the same names,
 * docs.aws.amazon.com/lambda/latest/api, 2026-11.
 */
public final class FunctionRegistry implements AutoCloseable {
    private final Clock clock;
    private final FunctionStore store;
    private final CodeFolder folder;
    private final Deployer deployer;
    private final List<Consumer<FunctionId>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Opens the registry, and goes on with what was in progress when it was closed or killed.
     *
     * @param codeFolder for unpacked code; everything in it belongs to the registry
     * @param preparation what else must be done before a version can serve
     */
    public FunctionRegistry(Database database, Path codeFolder, Clock clock, Preparation preparation) {
        this.clock = clock;
        this.store = new FunctionStore(database);
        this.folder = new CodeFolder(codeFolder);
        this.deployer = new Deployer(store, folder, clock, preparation, this::changed);
        deployer.resume();
    }

    /**
     * Creates a function from an archive.
     *
     * @param publish whether to publish version 1 at once
     * @return the new version, still Pending
     */
    public FunctionView create(
            FunctionId id, FunctionSettings settings, byte[] zip, Map<String, String> tags, boolean publish) {
        SettingsRules.checkName(id.name());
        SettingsRules.check(settings);
        TagRules.check(tags);
        Archive.check(zip);
        FunctionRecord created = FunctionRecord.create(id, settings, Code.of(zip), tags, clock.now());
        if (publish) created = created.publishAtOnce();
        if (!store.add(created, zip)) throw RegistryException.conflict("Function already exist: " + id.name());
        deployer.deploy(id);
        VersionRecord answer = publish ? created.versions().lastPublished() : created.latest();
        return answer.view(id.arn()); // AWS leaves the number out of this one ARN
    }

    /** What is shown of a function, a version, or the version that an alias leads to. */
    public FunctionView find(FunctionReference reference) {
        return function(reference, reference.arn()).view(reference.qualifier());
    }

    /** All functions of an account in a region by name; with all their versions when they are asked for. */
    public List<FunctionView> list(String account, String region, boolean allVersions) {
        Stream<FunctionRecord> functions = functions(account, region);
        if (allVersions)
            return functions.flatMap(function -> function.views().stream()).toList();
        return functions.map(function -> function.view(Optional.empty())).toList();
    }

    /**
     * Replaces the code of {@code $LATEST}.
     *
     * @param revisionId which the function must still have
     * @param publish whether to publish the result at once
     * @param dryRun whether only to check, and to answer what would be
     */
    public FunctionView updateCode(
            FunctionReference reference,
            byte[] zip,
            Optional<List<String>> architectures,
            Optional<String> revisionId,
            boolean publish,
            boolean dryRun) {
        FunctionRecord before = changeable(reference);
        Archive.check(zip);
        Code code = Code.of(zip);
        UnaryOperator<FunctionRecord> update = function -> {
            FunctionRecord updated = function.updateCode(code, architectures, revisionId, clock.now());
            return publish ? updated.publishAtOnce() : updated;
        };
        if (dryRun) return update.apply(before).view(Optional.empty());
        FunctionRecord updated = found(store.change(before.id(), Optional.of(zip), update), before.id());
        deployer.deploy(before.id());
        return publish ? lastPublished(updated) : updated.view(Optional.empty());
    }

    /** Changes the settings of {@code $LATEST}. */
    public FunctionView updateSettings(
            FunctionReference reference, UnaryOperator<FunctionSettings> change, Optional<String> revisionId) {
        FunctionId id = changeable(reference).id();
        FunctionRecord updated = change(id, function -> function.updateSettings(change, revisionId, clock.now()));
        deployer.deploy(id);
        return updated.view(Optional.empty());
    }

    /**
     * Publishes {@code $LATEST} as a version that never changes; answers the last one when nothing changed since.
     *
     * @param description of the version, when it is not to be that of {@code $LATEST}
     * @param codeSha256 which the code must have
     * @param revisionId which the function must still have
     */
    public FunctionView publish(
            FunctionReference reference,
            Optional<String> description,
            Optional<String> codeSha256,
            Optional<String> revisionId) {
        return lastPublished(change(changeable(reference).id(), it -> it.publish(description, codeSha256, revisionId)));
    }

    /** All versions of a function, {@code $LATEST} first. */
    public List<FunctionView> versions(FunctionReference reference) {
        return function(reference, reference.function().arn()).views();
    }

    /** Deletes one published version, or the function with everything that belongs to it. */
    public void delete(FunctionReference reference) {
        FunctionId id = reference.function();
        if (reference.qualifier().isEmpty()) {
            if (!store.remove(id)) throw RegistryException.notFound(id.arn());
            changed(id);
        } else {
            String number = Versions.requireDeletable(reference.qualifier().get());
            change(id, function -> function.withoutVersion(number));
        }
    }

    /** Names a version, {@code $LATEST} or a number, and perhaps another with its share of the invocations (0 to 1). */
    public Alias createAlias(
            FunctionReference function, String name, String version, String description, Map<String, Double> routing) {
        FunctionId id = function.function();
        var alias = new Alias(id, name, version, description, routing, VersionRecord.newId());
        AliasRules.check(alias);
        function(function, id.arn(version));
        change(id, record -> record.createAlias(alias));
        return alias;
    }

    /** One alias of a function. */
    public Alias alias(FunctionReference reference, String name) {
        FunctionId id = reference.function();
        return function(reference, id.arn())
                .alias(name)
                .orElseThrow(() -> new RegistryException(
                        RegistryException.Kind.RESOURCE_NOT_FOUND, "Cannot find alias arn: " + id.arn(name)));
    }

    /** The aliases of a function by name, or those of them that lead to one version. */
    public List<Alias> aliases(FunctionReference function, Optional<String> version) {
        return function(function, function.function().arn()).aliases().values().stream()
                .filter(alias -> version.map(alias.version()::equals).orElse(true))
                .sorted(Comparator.comparing(Alias::name))
                .toList();
    }

    /** Lets an alias lead elsewhere, or describes it otherwise. */
    public Alias updateAlias(FunctionReference function, String name, AliasChange change) {
        FunctionId id = function.function();
        return change(id, record -> record.updateAlias(name, change)).aliases().get(name);
    }

    /** Forgets an alias; as in AWS, it need not be there. */
    public void deleteAlias(FunctionReference function, String name) {
        change(function.function(), record -> record.withoutAlias(name));
    }

    /** The tags of a function. */
    public Map<String, String> tags(FunctionReference function) {
        return function(function, TagRules.requireWhole(function).arn()).tags();
    }

    /** Adds tags to a function, or gives them other values. */
    public void tag(FunctionReference function, Map<String, String> tags) {
        FunctionId id = TagRules.requireWhole(function);
        if (tags.isEmpty()) throw RegistryException.invalid("An error occurred and the request cannot be processed.");
        change(id, record -> record.withTags(tags));
    }

    /** Takes tags away; they need not be there. */
    public void untag(FunctionReference function, Collection<String> keys) {
        change(TagRules.requireWhole(function), record -> record.withoutTags(keys));
    }

    /**
     * Finds what an invocation runs, without a lock and without SQL.
     *
     * @param draw a random number from 0 up to and without 1, which decides where an alias leads to two versions
     */
    public Resolution resolve(FunctionReference reference, double draw) {
        FunctionRecord function = function(reference, reference.qualified().arn());
        return new Resolution(function.resolve(reference.qualifier(), draw), reference.arn());
    }

    /** Whether there is a function of this name. */
    public boolean exists(FunctionId id) {
        return store.find(id).isPresent();
    }

    /** Whether an environment of this version may still serve: not after an update was finished, or a deletion. */
    public boolean isLive(FunctionVersion version) {
        return store.find(version.function())
                .map(function -> function.versions().running().get(version.version()))
                .map(running -> running.deployment().equals(version.deployment()))
                .orElse(false);
    }

    /** The archive of a version, as it was uploaded. */
    public byte[] archive(FunctionVersion version) {
        return store.archive(version.codeSha256()).orElseThrow(() -> RegistryException.notFound(version.arn()));
    }

    /** The folder with the unpacked code of a version; others share it, so nobody may write in it. */
    public Path code(FunctionVersion version) {
        try {
            deployer.unpack(version);
            return folder.path(version.codeSha256());
        } catch (IOException failure) {
            throw new UncheckedIOException("no code for " + version.arn() + ": " + failure.getMessage(), failure);
        }
    }

    /** Has a listener called, on any thread, after a function or an alias of it was made ready, changed or deleted. */
    public void whenChanged(Consumer<FunctionId> listener) {
        listeners.add(listener);
    }

    /** What an account holds in a region. */
    public Usage usage(String account, String region) {
        var sizes = list(account, region, true).stream()
                .mapToLong(view -> view.version().codeSize());
        return new Usage(sizes.sum(), functions(account, region).count());
    }

    /** Ends the background work; what is in progress goes on when the registry is opened again. */
    @Override
    public void close() {
        deployer.close();
    }

    private Stream<FunctionRecord> functions(String account, String region) {
        return store.all().stream()
                .filter(function -> function.id().account().equals(account)
                        && function.id().region().equals(region))
                .sorted(Comparator.comparing(function -> function.id().name()));
    }

    private FunctionRecord function(FunctionReference reference, String arn) {
        return store.find(reference.function()).orElseThrow(() -> RegistryException.notFound(arn));
    }

    private FunctionRecord changeable(FunctionReference reference) {
        if (!reference.qualifier().orElse(FunctionVersion.LATEST).equals(FunctionVersion.LATEST))
            throw RegistryException.invalid("Current operation does not support versions other than $LATEST. Please set"
                    + " the version to $LATEST or do not set a version in your request.");
        return function(reference, reference.function().arn());
    }

    private FunctionRecord change(FunctionId id, UnaryOperator<FunctionRecord> change) {
        FunctionRecord changed = found(store.change(id, change), id);
        changed(id);
        return changed;
    }

    private static FunctionRecord found(Optional<FunctionRecord> function, FunctionId id) {
        return function.orElseThrow(() -> RegistryException.notFound(id.arn()));
    }

    private static FunctionView lastPublished(FunctionRecord function) {
        VersionRecord version = function.versions().lastPublished();
        return version.view(version.version().arn());
    }

    private void changed(FunctionId id) {
        deployer.sweepLater();
        Independently.tell(listeners, id);
    }
}
