// exercise: 5.6
// thinks: An alias leads to the version that it names first.
// hint: An alias chooses with the help of the draw. Is the version that it chooses the one that runs?
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(FunctionVersion.LATEST);
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.version();
    FunctionVersion running = versions.running().get(number);
    if (running != null) return running;
    VersionRecord version = versions.find(number).orElseThrow(() -> RegistryException.notFound(id.arn(asked)));
    throw notNow("The function is currently in the following state: " + version.state().name());
}
