package minifaas.invocation;

import java.time.Duration;
import java.util.Locale;
import minifaas.kernel.NotWrittenYet;

/**
 * What the platform itself says when a function did not answer: the caller's payload and the line in the log.
 *
 * <p>AWS: "Troubleshoot invocation issues in Lambda" (November 2026).
 *
 * @param kind what is left of the environment
 * @param errorType in AWS's words, such as {@code Runtime.ExitError}
 * @param message without the request id
 */
record Failure(Outcome.Kind kind, String errorType, String message) {
    static final String TIMED_OUT = "Sandbox.Timedout";

    static Failure timeout(Duration limit) {
        return new Failure(Outcome.Kind.TIMEOUT, TIMED_OUT, taskTimedOut(limit));
    }

    static Failure initTimeout(Duration limit) {
        return new Failure(Outcome.Kind.INIT, TIMED_OUT, taskTimedOut(limit));
    }

    static Failure exit(Outcome.Kind kind, Program.Exit exit) {
        return new Failure(kind, "Runtime.ExitError", exit.description());
    }

    static Failure responseTooLarge() {
        return new Failure(
                Outcome.Kind.REPORTED,
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (" + RuntimeRequest.BODY_LIMIT
                        + " bytes).");
    }

    private static String taskTimedOut(Duration limit) {
        return String.format(Locale.ROOT, "Task timed out after %.2f seconds", limit.toMillis() / 1000.0);
    }

    /**
     * What the caller of an invocation that failed like this gets: a function error of this kind, whose payload is the
     * JSON object {@code {"errorType":"TYPE","errorMessage":"TEXT"}}, in this order and without spaces between.
     *
     * <p>TYPE is the {@link #errorType}. TEXT names the request: {@code RequestId: ID Error: MESSAGE}. Only when the
     * function did answer, and its answer cannot be passed on (the kind is REPORTED), TEXT is the message alone.
     */
    Outcome.FunctionError of(Invocation invocation) {
        throw new NotWrittenYet("6.4");
    }

    RuntimeSandbox.Ending ending(Invocation invocation) {
        return new RuntimeSandbox.Ending(of(invocation), line(invocation));
    }

    /** The line for the log. */
    String line(Invocation invocation) {
        if (kind == Outcome.Kind.TIMEOUT) return invocation.requestId() + " " + message + "\n\n";
        return "RequestId: " + invocation.requestId() + " Error: " + message + "\n" + errorType + "\n";
    }
}
