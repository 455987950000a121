package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.kernel.NotWrittenYet;

/**
 * The versions of one function: {@code $LATEST}, which changes, and the published ones, which never do.
 *
 * <p>Immutable: each change answers a changed copy.
 *
 * @param all every version by its name, {@code $LATEST} first, then in the order of publication
 * @param running what an invocation of each version runs: nothing before the version was made ready for the first
 *     time, and the former code while an update is in progress
 * @param lastNumber of the version published last, 0 before the first; numbers are never used again
 * @param publishedDeployment the deployment of {@code $LATEST} that was published last, empty before the first
 */
record Versions(
        Map<String, VersionRecord> all,
        Map<String, FunctionVersion> running,
        int lastNumber,
        String publishedDeployment) {
    Versions {
        all = Copies.of(all);
        running = Copies.of(running);
    }

    /** A new function: only {@code $LATEST}, and that not yet ready. */
    static Versions create(FunctionId id, FunctionSettings settings, Code code, Instant now) {
        var version = new FunctionVersion(id, LATEST, VersionRecord.newId(), settings, code.sha256(), code.size(), now);
        return new Versions(Map.of(LATEST, VersionRecord.created(version)), Map.of(), 0, "");
    }

    VersionRecord latest() {
        return all.get(LATEST);
    }

    Optional<VersionRecord> find(String version) {
        return Optional.ofNullable(all.get(version));
    }

    /**
     * Other code or settings for {@code $LATEST}, whose update is {@linkplain VersionRecord#changed in progress} from
     * then on, with a new revision.
     *
     * <p>It remains the same function's {@code $LATEST}, and has these settings, this digest and size, and {@code now}
     * as its last modification. Its deployment is a {@linkplain VersionRecord#newId new} one when the settings or the
     * digest differ from what they were; when neither does, the deployment stays, so that warm environments do too.
     *
     * <p>Nothing else changes: neither the published versions nor what is running, so that invocations run the former
     * code until the update is ready.
     *
     * @param now the time of the update
     */
    Versions update(FunctionSettings settings, Code code, Instant now) {
        throw new NotWrittenYet("5.3");
    }

    /**
     * Freezes {@code $LATEST} under the next number: one more than the last that was ever given, since numbers are never
     * used again.
     *
     * <p>The published version is a {@linkplain FunctionVersion#publishedAs copy} of {@code $LATEST}, with a
     * {@linkplain VersionRecord#newId new} deployment of its own, and stands behind all others. When {@code $LATEST} is
     * ready, so is the copy, and it is running at once; otherwise it is {@linkplain VersionRecord#created created} and
     * waits for the update that {@code $LATEST} waits for. Which deployment of {@code $LATEST} was published is
     * remembered. Of {@code $LATEST} itself only the revision changes, and of the earlier versions nothing.
     *
     * <p>Nothing happens, and this same object is the answer, when there is nothing new to publish: when the version
     * published last is still there and ready, and was made from the deployment that {@code $LATEST} has now. A
     * description alone is nothing new.
     *
     * @param description for the published version; when empty, it has that of {@code $LATEST}
     */
    Versions publish(Optional<String> description) {
        throw new NotWrittenYet("5.4");
    }

    /** The version published last. */
    VersionRecord lastPublished() {
        return all.get(String.valueOf(lastNumber));
    }

    /** Answers the qualifier when it may name a published version that is to be deleted. */
    static String requireDeletable(String qualifier) {
        if (qualifier.equals(LATEST))
            throw RegistryException.invalid("$LATEST version cannot be deleted without deleting the function.");
        if (qualifier.matches("(?![0-9]+$)[a-zA-Z0-9-_]+"))
            throw RegistryException.invalid("Deletion of aliases is not currently supported.");
        return qualifier;
    }

    /** Without one published version; nothing happens when it is not there. */
    Versions without(String number) {
        return new Versions(
                Copies.without(all, List.of(number)),
                Copies.without(running, List.of(number)),
                lastNumber,
                publishedDeployment);
    }

    /** A deployment was made ready: {@code $LATEST} runs it, and so do the versions published from it meanwhile. */
    Versions prepared(String deployment) {
        if (!isAwaited(deployment)) return this;
        Versions result = this;
        for (VersionRecord waiting : inProgress()) result = result.ready(waiting);
        return result;
    }

    /** A deployment could not be made ready; what ran before goes on running. */
    Versions failed(String deployment, String reason) {
        if (!isAwaited(deployment)) return this;
        Versions result = this;
        for (VersionRecord waiting : inProgress()) result = result.with(waiting.failed(reason));
        return result;
    }

    /** {@code $LATEST} with a new revision. */
    Versions touched() {
        return with(latest().touched());
    }

    private boolean isAwaited(String deployment) {
        return latest().isInProgress() && latest().version().deployment().equals(deployment);
    }

    private List<VersionRecord> inProgress() {
        return all.values().stream().filter(VersionRecord::isInProgress).toList();
    }

    private Versions ready(VersionRecord record) {
        FunctionVersion version = record.version();
        var nowRunning = new LinkedHashMap<>(running);
        nowRunning.put(version.version(), version);
        return new Versions(
                Copies.with(all, version.version(), record.ready()), nowRunning, lastNumber, publishedDeployment);
    }

    private Versions with(VersionRecord record) {
        return new Versions(
                Copies.with(all, record.version().version(), record), running, lastNumber, publishedDeployment);
    }
}
