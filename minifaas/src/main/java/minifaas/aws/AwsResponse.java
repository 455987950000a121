package minifaas.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import minifaas.kernel.Json;

/**
 * An answer of one of AWS's services, before it becomes HTTP.
 *
 * @param status the HTTP status
 * @param headers without the request id, which every answer gets
 * @param body empty where there is none
 */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final byte[] NOTHING = {};

    /** An answer with a document. */
    public static AwsResponse json(int status, Object document) {
        return json(status, Json.write(document));
    }

    /** An answer with a document that is bytes already. */
    public static AwsResponse json(int status, byte[] document) {
        return new AwsResponse(status, JSON, document);
    }

    /** 204: it was done, and there is nothing to say about it. */
    public static AwsResponse noContent() {
        return new AwsResponse(204, Map.of(), NOTHING);
    }

    /** 202: it will be done, and nobody hears how it went. */
    public static AwsResponse accepted() {
        return new AwsResponse(202, Map.of(), NOTHING);
    }

    /** The same answer with one more header. */
    public AwsResponse with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new AwsResponse(status, more, body);
    }
}
