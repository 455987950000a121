package minifaas.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

    /** Throws unless the bytes are one JSON value in UTF-8. */
    static void check(byte[] payload) {
        try {
            Json.check(READER.createParser(payload));
        } catch (IOException notJson) {
            throw error(notJson.getMessage());
        }
        if (!isUtf8(payload)) throw error("Invalid UTF-8");
    }

    /** The reader takes more: UTF-16, which is full of zeros, and sequences of bytes that decoders refuse. */
    private static boolean isUtf8(byte[] payload) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).chars().noneMatch(character -> character == 0);
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static AwsError error(String reason) {
        return new AwsError(
                400,
                "InvalidRequestContentException",
                "Could not parse request body into json: Could not parse payload into json: " + reason);
    }
}
