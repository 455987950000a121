// exercise: 7.2
// thinks: An environment is good as long as it works.
// hint: The function was updated while this call ran. Should the old code get another call?
public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
    if (run.outcome().isEmpty()) return false;
    return !(run.outcome().get() instanceof Outcome.FunctionError error) || error.kind() == Outcome.Kind.REPORTED;
}
