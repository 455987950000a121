package minifaas.function;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import minifaas.kernel.NotWrittenYet;

/**
 * All that is kept of one function, and the rules by which it changes.
 *
 * <p>Immutable: each change answers a changed copy, or throws when a rule forbids it. Nothing here knows a database, a
 * file or a thread.
 *
 * @param id account, region and name
 * @param versions {@code $LATEST} and the published ones
 * @param aliases by name
 * @param tags as the owner gave them
 */
record FunctionRecord(FunctionId id, Versions versions, Map<String, Alias> aliases, Map<String, String> tags) {
    FunctionRecord {
        aliases = Copies.of(aliases);
        tags = Copies.of(tags);
    }

    /** A new function, which is not ready yet. */
    static FunctionRecord create(
            FunctionId id, FunctionSettings settings, Code code, Map<String, String> tags, Instant now) {
        return new FunctionRecord(id, Versions.create(id, settings, code, now), Map.of(), tags);
    }

    // ---- code, settings and versions

    /** Other code for {@code $LATEST}, and perhaps for other processors. */
    FunctionRecord updateCode(
            Code code, Optional<List<String>> architectures, Optional<String> revisionId, Instant now) {
        FunctionSettings settings = latest().version().settings();
        return update(architectures.map(settings::withArchitectures).orElse(settings), code, revisionId, now);
    }

    /** Other settings for {@code $LATEST}. */
    FunctionRecord updateSettings(UnaryOperator<FunctionSettings> change, Optional<String> revisionId, Instant now) {
        FunctionVersion version = latest().version();
        var code = new Code(version.codeSha256(), version.codeSize());
        return update(change.apply(version.settings()), code, revisionId, now);
    }

    private FunctionRecord update(FunctionSettings settings, Code code, Optional<String> revisionId, Instant now) {
        SettingsRules.check(settings);
        requireRevision(revisionId);
        requireSettled();
        return with(versions.update(settings, code, now));
    }

    /** Freezes {@code $LATEST} as the next version, unless the last one is the same. */
    FunctionRecord publish(Optional<String> description, Optional<String> codeSha256, Optional<String> revisionId) {
        description.ifPresent(SettingsRules::checkDescription);
        requireRevision(revisionId);
        requireCode(codeSha256);
        requireSettled();
        requireWorking();
        return with(versions.publish(description));
    }

    /** Like {@link #publish}, in one step with a creation or update that is still in progress. */
    FunctionRecord publishAtOnce() {
        return with(versions.publish(Optional.empty()));
    }

    /** Without one published version; nothing happens when it is not there. */
    FunctionRecord withoutVersion(String number) {
        List<String> users = aliases.values().stream()
                .filter(alias -> alias.leadsTo(number))
                .map(Alias::name)
                .toList();
        if (!users.isEmpty())
            throw RegistryException.conflict(
                    "Unable to delete version because the following aliases reference it: " + users);
        return with(versions.without(number));
    }

    FunctionRecord prepared(String deployment) {
        return with(versions.prepared(deployment));
    }

    FunctionRecord failed(String deployment, String reason) {
        return with(versions.failed(deployment, reason));
    }

    VersionRecord latest() {
        return versions.latest();
    }

    // ---- aliases and tags

    FunctionRecord createAlias(Alias alias) {
        requireVersions(alias);
        if (aliases.containsKey(alias.name())) throw RegistryException.conflict("Alias already exists: " + alias.arn());
        return with(alias);
    }

    FunctionRecord updateAlias(String name, AliasChange change) {
        Alias before = alias(name)
                .orElseThrow(() -> new RegistryException(
                        RegistryException.Kind.RESOURCE_NOT_FOUND, "Alias not found: " + id.arn(name)));
        if (change.revisionId().isPresent() && !change.revisionId().get().equals(before.revisionId()))
            throw RegistryException.staleRevision();
        Alias after = before.changed(change);
        AliasRules.check(after);
        requireVersions(after);
        return with(after);
    }

    FunctionRecord withoutAlias(String name) {
        return new FunctionRecord(id, versions, Copies.without(aliases, List.of(name)), tags);
    }

    Optional<Alias> alias(String name) {
        return Optional.ofNullable(aliases.get(name));
    }

    FunctionRecord withTags(Map<String, String> more) {
        Map<String, String> all = Copies.with(tags, more);
        TagRules.check(all);
        return new FunctionRecord(id, versions.touched(), aliases, all);
    }

    FunctionRecord withoutTags(Collection<String> keys) {
        return new FunctionRecord(id, versions.touched(), aliases, Copies.without(tags, keys));
    }

    // ---- questions

    /**
     * What an invocation runs at this moment.
     *
     * <p>A qualifier names an alias, which {@linkplain Alias#choose chooses} a version for this draw, or else a version;
     * without one, {@code $LATEST} is meant. Of the version, the answer is what is {@linkplain Versions#running running}:
     * while it is being updated, that is the former code.
     *
     * @param qualifier as the caller gave it
     * @param draw a random number from 0 up to and without 1
     * @throws RegistryException RESOURCE_NOT_FOUND when there is no such version: {@code Function not found: ARN}, where
     *     the ARN ends in the qualifier; RESOURCE_CONFLICT when there is one of which nothing runs, since it was never
     *     made ready: {@code The operation cannot be performed at this time. The function is currently in the following
     *     state: STATE}, where STATE is the name of the version's state
     */
    FunctionVersion resolve(Optional<String> qualifier, double draw) {
        throw new NotWrittenYet("5.6");
    }

    /** What is shown of the version that a qualifier names, under the ARN that has the qualifier. */
    FunctionView view(Optional<String> qualifier) {
        if (qualifier.isEmpty()) return latest().view(id.arn());
        String arn = id.arn(qualifier.get());
        String number = alias(qualifier.get()).map(Alias::version).orElse(qualifier.get());
        return versions.find(number)
                .map(version -> version.view(arn))
                .orElseThrow(() -> RegistryException.notFound(arn));
    }

    /** What is shown of all versions, {@code $LATEST} first. */
    List<FunctionView> views() {
        var views = new ArrayList<FunctionView>();
        versions.all().forEach((number, version) -> views.add(version.view(id.arn(number))));
        return views;
    }

    /** The digests of all code that this function still needs. */
    Set<String> digests() {
        var digests = new LinkedHashSet<String>();
        versions.all().values().forEach(record -> digests.add(record.version().codeSha256()));
        versions.running().values().forEach(version -> digests.add(version.codeSha256()));
        return digests;
    }

    // ---- preconditions

    private void requireRevision(Optional<String> expected) {
        if (expected.isPresent() && !expected.get().equals(latest().revisionId()))
            throw RegistryException.staleRevision();
    }

    private void requireCode(Optional<String> expected) {
        String current = latest().version().codeSha256();
        if (expected.isPresent() && !expected.get().equals(current))
            throw RegistryException.invalid(
                    "CodeSHA256 (" + expected.get() + ") is different from current CodeSHA256 in" + " $LATEST ("
                            + current + "). Please try again with the CodeSHA256 in $LATEST.");
    }

    private void requireSettled() {
        if (latest().state().is(State.Name.Pending)) throw notIn(latest().state());
        if (latest().isInProgress()) throw notNow("An update is in progress for resource: " + id.arn());
    }

    private void requireWorking() {
        if (latest().state().is(State.Name.Failed)) throw notIn(latest().state());
        if (!latest().isReady()) throw notNow("The last update failed for resource: " + id.arn());
    }

    private void requireVersions(Alias alias) {
        requireVersion(alias.version());
        alias.routing().keySet().forEach(this::requireVersion);
    }

    private void requireVersion(String number) {
        if (versions.find(number).isEmpty()) throw RegistryException.notFound(id.arn(number));
    }

    private RegistryException notIn(State state) {
        return notNow("The resource " + id.arn() + " is currently in the following state: '" + state.name()
                + "'. StateReasonCode: '" + state.reasonCode() + "'");
    }

    private static RegistryException notNow(String reason) {
        return RegistryException.conflict("The operation cannot be performed at this time. " + reason);
    }

    private FunctionRecord with(Versions changed) {
        return new FunctionRecord(id, changed, aliases, tags);
    }

    private FunctionRecord with(Alias alias) {
        return new FunctionRecord(id, versions, Copies.with(aliases, alias.name(), alias), tags);
    }
}
