// exercise: 5.3
// thinks: An update brings code; the settings are those that were there.
// hint: An update brings code and settings. Do both of them, and the time, arrive in the latest version?
Versions update(FunctionSettings settings, Code code, Instant now) {
    FunctionVersion before = latest().version();
    boolean same = settings.equals(before.settings()) && code.sha256().equals(before.codeSha256());
    String deployment = same ? before.deployment() : VersionRecord.newId();
    var after =
            new FunctionVersion(before.function(), LATEST, deployment, before.settings(), code.sha256(), code.size(), now);
    return with(latest().changed(after));
}
