// exercise: 7.2
// thinks: An environment in which nothing ran is as good as new.
// hint: A run can end before it began. What does that say about the environment?
public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
    if (!isCurrent.test(version)) return false;
    if (run.outcome().isEmpty()) return true;
    return !(run.outcome().get() instanceof Outcome.FunctionError error) || error.kind() == Outcome.Kind.REPORTED;
}
