// exercise: 5.6
// thinks: The code of a function is one, whatever number it is called by.
// hint: A number names one version for ever. Does a call of version 1 still run version 1?
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(FunctionVersion.LATEST);
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.choose(draw);
    boolean isNumber = alias == null && versions.find(number).isPresent() && versions.running().containsKey(number);
    FunctionVersion running = versions.running().get(isNumber ? FunctionVersion.LATEST : number);
    if (running != null) return running;
    VersionRecord version = versions.find(number).orElseThrow(() -> RegistryException.notFound(id.arn(asked)));
    throw notNow("The function is currently in the following state: " + version.state().name());
}
