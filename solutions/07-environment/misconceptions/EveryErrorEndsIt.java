// exercise: 7.2
// thinks: After an error an environment cannot be trusted.
// hint: A handler that throws has answered, in its way. Is anything broken about its environment?
public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
    if (run.outcome().isEmpty() || !isCurrent.test(version)) return false;
    return !(run.outcome().get() instanceof Outcome.FunctionError);
}
