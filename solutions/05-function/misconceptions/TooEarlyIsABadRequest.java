// exercise: 5.6
// thinks: Who calls a version that is not ready has made a mistake.
// hint: A version can be known and not yet be able to run. What is in running, and what only in all?
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(FunctionVersion.LATEST);
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.choose(draw);
    FunctionVersion running = versions.running().get(number);
    if (running != null) return running;
    VersionRecord version = versions.find(number).orElseThrow(() -> RegistryException.notFound(id.arn(asked)));
    throw RegistryException.invalid("The operation cannot be performed at this time."
            + " The function is currently in the following state: " + version.state().name());
}
