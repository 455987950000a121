// exercise: 7.2
// thinks: An error concerns one call, not the environment.
// hint: After a timeout half of the work is done and the process is dead. Who may be sent there next?
public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
    return run.outcome().isPresent() && isCurrent.test(version);
}
