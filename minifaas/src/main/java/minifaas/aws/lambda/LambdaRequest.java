package minifaas.aws.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import minifaas.aws.AwsError;
import minifaas.aws.AwsRequest;
import minifaas.function.FunctionReference;

/**
 * A request that has been recognised as one of Lambda's operations.
 *
 * @param http as it came
 * @param match the operation, and what the path names
 */
record LambdaRequest(AwsRequest http, LambdaOperation.Match match) {
    private static final long MOST_BYTES = 1_048_576;

    /** The function in the path, with the qualifier that may be in the query. */
    FunctionReference function() {
        return reference(name("FunctionName"), http.query("Qualifier"));
    }

    FunctionReference reference(String function, Optional<String> qualifier) {
        return FunctionReference.parse(
                function, qualifier, http.caller().account(), http.caller().region());
    }

    /** What stands in the path at the place of {@code {part}}. */
    String name(String part) {
        return match.names().get(part);
    }

    /** The fields of a body without code in it, 1 MiB at most. */
    Fields fields() {
        return fields(MOST_BYTES);
    }

    /** The body's fields. */
    Fields fields(long limitBytes) {
        return Fields.read(http.body(limitBytes, tooLarge("RequestEntityTooLargeException", limitBytes)));
    }

    /** The body itself. */
    byte[] bytes(long limitBytes) {
        try (InputStream body = http.body(limitBytes, tooLarge("RequestTooLargeException", limitBytes))) {
            return body.readAllBytes();
        } catch (IOException clientIsGone) {
            throw new AwsError(400, "InvalidRequestContentException", "The request ended before its body did.");
        }
    }

    private AwsError tooLarge(String type, long limitBytes) {
        String operation = match.operation() == LambdaOperation.INVOKE
                ? "InvokeFunction"
                : match.operation().title();
        return new AwsError(
                413, type, "Request must be smaller than " + limitBytes + " bytes for the " + operation + " operation");
    }
}
