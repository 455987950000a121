package minifaas.function;

import java.util.Optional;
import java.util.UUID;

/**
 * One version as the registry keeps it: what it is, and how far it has come.
 *
 * @param version code and settings
 * @param revisionId a UUID, new with every change
 * @param state whether it can be invoked
 * @param lastUpdate how far the last change has come; means nothing while the state is Pending
 */
record VersionRecord(FunctionVersion version, String revisionId, State state, LastUpdate lastUpdate) {
    /** A version that must be made ready first. */
    static VersionRecord created(FunctionVersion version) {
        return new VersionRecord(version, newId(), State.pending(), LastUpdate.inProgress());
    }

    /** The same version with other code or settings; what can be invoked stays so meanwhile. */
    VersionRecord changed(FunctionVersion changed) {
        State meanwhile = state.is(State.Name.Active) ? state : State.pending();
        return new VersionRecord(changed, newId(), meanwhile, LastUpdate.inProgress());
    }

    /** It serves invocations. */
    VersionRecord ready() {
        return new VersionRecord(version, newId(), State.active(), LastUpdate.successful());
    }

    /** It could not be made ready: it never can be invoked, or the code from before the change goes on serving. */
    VersionRecord failed(String reason) {
        State now = state.is(State.Name.Active) ? state : State.failed(reason);
        return new VersionRecord(version, newId(), now, LastUpdate.failed(reason));
    }

    /** Something that is shown with it changed, such as the tags. */
    VersionRecord touched() {
        return new VersionRecord(version, newId(), state, lastUpdate);
    }

    boolean isInProgress() {
        return lastUpdate.is(LastUpdate.Status.InProgress);
    }

    boolean isReady() {
        return lastUpdate.is(LastUpdate.Status.Successful);
    }

    FunctionView view(String arn) {
        boolean created = !state.is(State.Name.Pending);
        return new FunctionView(version, revisionId, state, created ? Optional.of(lastUpdate) : Optional.empty(), arn);
    }

    /** An identifier that was never used before. */
    static String newId() {
        return UUID.randomUUID().toString();
    }
}
