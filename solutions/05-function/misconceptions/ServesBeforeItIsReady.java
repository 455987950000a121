// exercise: 5.3
// thinks: An update is done when it returns.
// hint: The new code is not ready yet when the update returns. Who serves the calls that come meanwhile?
Versions update(FunctionSettings settings, Code code, Instant now) {
    FunctionVersion before = latest().version();
    boolean same = settings.equals(before.settings()) && code.sha256().equals(before.codeSha256());
    String deployment = same ? before.deployment() : VersionRecord.newId();
    var after =
            new FunctionVersion(before.function(), LATEST, deployment, settings, code.sha256(), code.size(), now);
    return ready(latest().changed(after));
}
