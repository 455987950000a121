package minifaas.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON (RFC 8259) in and out, with Jackson. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The mapper that all share; it must not be configured further. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a document.
     *
     * @throws IOException when the bytes are not JSON
     */
    public static JsonNode read(byte[] document) throws IOException {
        return MAPPER.readTree(document);
    }

    /** A document's bytes in UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /**
     * Throws unless the bytes are exactly one JSON value. Reads token by token: depth costs no stack and size no tree.
     *
     * @throws JsonProcessingException when they break JSON's grammar at a place that it names
     * @throws IOException when there is no value, or more than one
     */
    public static void check(byte[] document) throws IOException {
        check(MAPPER.createParser(document));
    }

    /** Like {@link #check(byte[])}, with a parser of the caller's, which is closed. */
    public static void check(JsonParser document) throws IOException {
        try (document) {
            if (document.nextToken() == null) throw new IOException("No content to map due to end-of-input");
            document.skipChildren();
            if (document.nextToken() != null) throw new IOException("there is more after the end of the document");
        }
    }
}
