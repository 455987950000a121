// exercise: 7.2
// thinks: A call that took too long was only slow; the next one may be faster.
// hint: After a timeout half of the work is done and the process is dead. Who may be sent there next?
public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
    if (run.outcome().isEmpty() || !isCurrent.test(version)) return false;
    return !(run.outcome().get() instanceof Outcome.FunctionError error) || error.kind() == Outcome.Kind.REPORTED
            || error.kind() == Outcome.Kind.TIMEOUT;
}
