// exercise: 5.6
// thinks: Who asks for no version gets the newest that was published.
// hint: A caller who names neither a version nor an alias: which version does AWS run?
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(
            versions.lastNumber() == 0 ? FunctionVersion.LATEST : String.valueOf(versions.lastNumber()));
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.choose(draw);
    FunctionVersion running = versions.running().get(number);
    if (running != null) return running;
    VersionRecord version = versions.find(number).orElseThrow(() -> RegistryException.notFound(id.arn(asked)));
    throw notNow("The function is currently in the following state: " + version.state().name());
}
