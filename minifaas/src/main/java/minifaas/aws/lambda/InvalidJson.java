package minifaas.aws.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import minifaas.aws.AwsError;
import minifaas.kernel.Json;

/**
 * Refuses a payload that is not JSON (400 InvalidRequestContentException).
 *
 * <p>AWS quotes the reason of its JSON reader and the payload's beginning as it arrived, which shows what a shell or a
 * client's base64 made of it.
 */
final class InvalidJson {
    private static final JsonFactory READER = JsonFactory.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private InvalidJson() {}

    /** Throws unless the bytes are one JSON value. */
    static void check(byte[] payload) {
        try {
            Json.check(READER.createParser(payload));
        } catch (IOException notJson) {
            throw error(notJson.getMessage());
        }
    }

    private static AwsError error(String reason) {
        return new AwsError(
                400,
                "InvalidRequestContentException",
                "Could not parse request body into json: Could not parse payload into json: " + reason);
    }
}
