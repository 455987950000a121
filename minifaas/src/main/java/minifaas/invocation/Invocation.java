package minifaas.invocation;

import java.util.Optional;
import minifaas.function.FunctionVersion;

/**
 * One call of a function.
 *
 * @param requestId a UUID
 * @param version which version of which function runs
 * @param invokedArn the ARN that the caller used, with its qualifier when there was one
 * @param payload the event, JSON in UTF-8; 6 MB at most
 * @param type whether somebody waits for the answer, nobody does, or the call is only checked
 * @param clientContext what the caller's SDK says of itself, JSON, when it does
 * @param traceId an X-Ray trace header
 */
public record Invocation(
        String requestId,
        FunctionVersion version,
        String invokedArn,
        byte[] payload,
        Type type,
        Optional<String> clientContext,
        String traceId) {
    /** How a call is made (AWS: Invoke, header X-Amz-Invocation-Type). */
    public enum Type {
        /** Run the function and wait for its answer. */
        REQUEST_RESPONSE,
        /** Accept the event, and run the function later; its answer goes to nobody who waits. */
        EVENT,
        /** Check rights and inputs, and run nothing. */
        DRY_RUN
    }
}
