// exercise: 5.6
// thinks: A qualifier that names nothing is a parameter with a bad value.
// hint: A caller who mistypes an alias must hear just that. What does yours say of a name that is not there?
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(FunctionVersion.LATEST);
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.choose(draw);
    FunctionVersion running = versions.running().get(number);
    if (running != null) return running;
    VersionRecord version = versions.find(number)
            .orElseThrow(() -> RegistryException.invalid("Function not found: " + id.arn(asked)));
    throw notNow("The function is currently in the following state: " + version.state().name());
}
