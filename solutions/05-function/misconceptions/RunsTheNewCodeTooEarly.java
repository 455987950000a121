// exercise: 5.6
// thinks: After an update the new code runs at once.
// hint: During an update the latest version has two faces: what it will be, and what still runs.
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(FunctionVersion.LATEST);
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.choose(draw);
    FunctionVersion running = versions.running().get(number);
    if (running != null) return versions.find(number).orElseThrow().version();
    VersionRecord version = versions.find(number).orElseThrow(() -> RegistryException.notFound(id.arn(asked)));
    throw notNow("The function is currently in the following state: " + version.state().name());
}
