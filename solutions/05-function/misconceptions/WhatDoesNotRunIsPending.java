// exercise: 5.6
// thinks: What does not run yet is being made ready.
// hint: Is it worth trying again? The state says so. Which one does your refusal name, and where does it come from?
FunctionVersion resolve(Optional<String> qualifier, double draw) {
    String asked = qualifier.orElse(FunctionVersion.LATEST);
    Alias alias = aliases.get(asked);
    String number = alias == null ? asked : alias.choose(draw);
    FunctionVersion running = versions.running().get(number);
    if (running != null) return running;
    versions.find(number).orElseThrow(() -> RegistryException.notFound(id.arn(asked)));
    throw notNow("The function is currently in the following state: " + State.Name.Pending);
}
