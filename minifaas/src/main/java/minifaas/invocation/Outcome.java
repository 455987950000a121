package minifaas.invocation;

/** How an invocation ended. What can be expected is a value; an exception is a bug in minifaas. */
public sealed interface Outcome {
    /** The function answered. */
    record Succeeded(byte[] payload) implements Outcome {}

    /** The call would be accepted (DryRun): nothing ran. */
    record Accepted() implements Outcome {}

    /**
     * The function did not answer as it should: its handler threw, its initialisation failed, it exited or it
     * overran its time.
     *
     * @param payload JSON with errorType and errorMessage, as the caller gets it
     * @param kind what happened to the environment
     */
    record FunctionError(byte[] payload, Kind kind) implements Outcome {}

    /** What a function error leaves behind. */
    enum Kind {
        /** The runtime reported an error of the handler; the environment can serve again. */
        REPORTED,
        /** Initialisation failed; the environment is gone. */
        INIT,
        /** The function's process ended; the environment is gone. */
        EXIT,
        /** The invocation overran its timeout; the environment is gone. */
        TIMEOUT
    }

    /** There was no room for the call (AWS: 429 TooManyRequestsException). */
    record Throttled(String reason, String message) implements Outcome {}

    /**
     * No environment can be made (AWS: 502, or 500 when the platform is to blame).
     *
     * @param why what is amiss
     */
    record NoEnvironment(Why why, String message) implements Outcome {}

    /** What keeps an environment from being made. */
    enum Why {
        /** The machine has no interpreter for the runtime. */
        RUNTIME,
        /** The archive cannot be unpacked. */
        CODE,
        /** The platform failed, for example because the disk is full. */
        PLATFORM
    }

    /** One method for each case: an edge that forgets a new case does not compile. */
    interface Cases<T> {
        T succeeded(Succeeded succeeded);

        T accepted(Accepted accepted);

        T functionError(FunctionError error);

        T throttled(Throttled throttled);

        T noEnvironment(NoEnvironment none);
    }

    /** Turns the outcome into something else, case by case. */
    default <T> T as(Cases<T> cases) {
        if (this instanceof Succeeded succeeded) return cases.succeeded(succeeded);
        if (this instanceof Accepted accepted) return cases.accepted(accepted);
        if (this instanceof FunctionError error) return cases.functionError(error);
        if (this instanceof Throttled throttled) return cases.throttled(throttled);
        return cases.noEnvironment((NoEnvironment) this);
    }
}
