package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Optional;
import minifaas.async.InvocationRecord.Response;
import minifaas.async.NextStep.Finish;
import minifaas.invocation.Outcome;
import minifaas.kernel.Json;

/**
 * What is said beside an event that was given up, when it goes to the dead-letter target of its function as it was sent.
 *
 * <p>Source: "Adding a dead-letter queue",
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq, 2026-11.
 */
final class DeadLetter {
    private static final int MOST_MESSAGE_BYTES = 1024;

    private DeadLetter() {}

    /**
     * The attributes of a dead letter: RequestID; ErrorCode, the HTTP status of the last attempt, which is 200 when the
     * function ran and failed; and ErrorMessage, the first 1 KB of the function's error message, or the condition when the
     * function did not run.
     *
     * @param finish the event and why it was given up
     * @param response empty when the function did not run at the last attempt
     */
    static Map<String, String> attributes(Finish finish, Optional<Response> response) {
        String message = response.map(answer -> errorMessage(answer.outcome()))
                .orElse(finish.condition().text());
        return Map.of(
                "RequestID", finish.event().id(),
                "ErrorCode", response.isPresent() ? "200" : statusOfNoRun(finish.condition()),
                "ErrorMessage", firstBytes(message));
    }

    /** A loop is stopped with 400 (RecursiveInvocationException); all else that does not run finds no room. */
    private static String statusOfNoRun(Condition condition) {
        return condition == Condition.RECURSIVE_INVOCATION ? "400" : "429";
    }

    private static String errorMessage(Outcome outcome) {
        if (!(outcome instanceof Outcome.FunctionError error)) return "";
        try {
            JsonNode message = Json.read(error.payload()).path("errorMessage");
            if (message.isTextual()) return message.textValue();
        } catch (IOException notJson) {
            // a custom runtime may report its error in any form; then all of it is the message
        }
        return new String(error.payload(), UTF_8);
    }

    /** Not cut within a character; half a character becomes a question mark. */
    private static String firstBytes(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_MESSAGE_BYTES);
        UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(text), bytes, true);
        return new String(bytes.array(), 0, bytes.position(), UTF_8);
    }
}
