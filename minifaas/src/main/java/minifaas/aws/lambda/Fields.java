package minifaas.aws.lambda;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import minifaas.aws.AwsError;
import minifaas.kernel.Json;

/**
 * The fields of a request's JSON body, or of an object in it. A field that is absent or null is empty; one of the wrong
 * type is refused (400 SerializationException), and fields that nobody asks for are left alone, as AWS does.
 */
final class Fields {
    private static final String ARCHIVE = "ZipFile";

    private final ObjectNode object;

    private Fields(ObjectNode object) {
        this.object = object;
    }

    /** Reads a body; an empty one has no fields. */
    static Fields read(InputStream body) {
        try (JsonParser parser = Json.mapper().createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) return new Fields(Json.mapper().createObjectNode());
            if (first != JsonToken.START_OBJECT) throw FieldType.STRUCTURE.refusal(first);
            ObjectNode object = readObject(parser);
            if (parser.nextToken() != null) throw unreadable(parser.currentTokenLocation());
            return new Fields(object);
        } catch (JsonProcessingException notJson) {
            throw unreadable(notJson.getLocation());
        } catch (IOException clientIsGone) {
            throw AwsError.serialization("The request ended before its body did.");
        }
    }

    private static AwsError unreadable(JsonLocation place) {
        String where = place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return AwsError.serialization("The request's body cannot be read as JSON" + where + ".");
    }

    /** Field by field, so that an archive of 50 MB goes from base64 to bytes without being a text in between. */
    private static ObjectNode readObject(JsonParser parser) throws IOException {
        ObjectNode object = Json.mapper().createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(ARCHIVE) && value == JsonToken.VALUE_STRING) object.put(name, readArchive(parser));
            else if (name.equals("Code") && value == JsonToken.START_OBJECT) object.set(name, readObject(parser));
            else object.set(name, Json.mapper().readTree(parser));
        }
        return object;
    }

    private static byte[] readArchive(JsonParser parser) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            parser.readBinaryValue(bytes);
        } catch (JsonEOFException cutOff) {
            throw cutOff;
        } catch (JsonParseException | IllegalArgumentException notBase64) {
            throw FieldType.BLOB.refusal(JsonToken.VALUE_STRING);
        }
        return bytes.toByteArray();
    }

    Optional<String> text(String name) {
        return field(name, FieldType.STRING, JsonNode::textValue);
    }

    Optional<Integer> number(String name) {
        return field(name, FieldType.INTEGER, JsonNode::intValue);
    }

    boolean isTrue(String name) {
        return field(name, FieldType.BOOLEAN, JsonNode::booleanValue).orElse(false);
    }

    Optional<byte[]> archive() {
        return field(ARCHIVE, FieldType.BLOB, node -> {
            try {
                return node.binaryValue();
            } catch (IOException bug) {
                throw new UncheckedIOException(bug);
            }
        });
    }

    Optional<Fields> object(String name) {
        return field(name, FieldType.STRUCTURE, node -> new Fields((ObjectNode) node));
    }

    Optional<List<String>> texts(String name) {
        return field(name, FieldType.LIST, array -> {
            var texts = new ArrayList<String>();
            for (JsonNode item : array)
                texts.add(required(FieldType.STRING, item).textValue());
            return texts;
        });
    }

    Optional<Map<String, String>> textsByName(String name) {
        return entries(name, FieldType.STRING, JsonNode::textValue);
    }

    Optional<Map<String, Double>> numbersByName(String name) {
        return entries(name, FieldType.DOUBLE, JsonNode::doubleValue);
    }

    /** Whether a field says nothing: absent, null, false, an empty text or list, or an object of such fields. */
    boolean isUnset(String name) {
        return isUnset(object.get(name));
    }

    private static boolean isUnset(JsonNode node) {
        if (node == null || node.isNull()) return true;
        if (node.isTextual()) return node.textValue().isEmpty();
        if (node.isBoolean()) return !node.booleanValue();
        if (node.isArray()) return node.isEmpty();
        if (!node.isObject()) return false;
        for (JsonNode child : node) if (!isUnset(child)) return false;
        return true;
    }

    private <T> Optional<Map<String, T>> entries(String name, FieldType type, Function<JsonNode, T> reader) {
        return field(name, FieldType.MAP, map -> {
            var entries = new LinkedHashMap<String, T>();
            for (Map.Entry<String, JsonNode> entry : map.properties())
                entries.put(entry.getKey(), reader.apply(required(type, entry.getValue())));
            return entries;
        });
    }

    private <T> Optional<T> field(String name, FieldType type, Function<JsonNode, T> reader) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) return Optional.empty();
        return Optional.of(reader.apply(required(type, node)));
    }

    private static JsonNode required(FieldType type, JsonNode node) {
        if (type.matches(node)) return node;
        throw type.refusal(node.asToken());
    }
}
