package minifaas.aws.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import minifaas.aws.AwsError;
import minifaas.kernel.Json;

/** Refuses what is not JSON, in AWS's words (400 InvalidRequestContentException). */
final class InvalidJson {
    private InvalidJson() {}

    /** Throws unless the bytes are one JSON value. Reads token by token: depth costs no stack and size no tree. */
    static void check(byte[] document) {
        try (JsonParser parser = Json.mapper().createParser(document)) {
            if (parser.nextToken() == null) throw error("No content to map due to end-of-input");
            parser.skipChildren();
            if (parser.nextToken() != null) throw error("there is more after the end of the document");
        } catch (JsonProcessingException notJson) {
            throw error(notJson);
        } catch (IOException undecodable) {
            throw error(undecodable.getMessage());
        }
    }

    static AwsError error(JsonProcessingException cause) {
        var place = cause.getLocation();
        String at = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return error(cause.getOriginalMessage() + at);
    }

    static AwsError error(String reason) {
        return new AwsError(400, "InvalidRequestContentException", "Could not parse request body into json: " + reason);
    }
}
