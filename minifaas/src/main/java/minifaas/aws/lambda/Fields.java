package minifaas.aws.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
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
            if (first != JsonToken.START_OBJECT) throw wrongType(first + " found where a structure is expected");
            ObjectNode object = readObject(parser);
            if (parser.nextToken() != null) throw InvalidJson.error("there is more after the end of the document");
            return new Fields(object);
        } catch (JsonProcessingException notJson) {
            throw InvalidJson.error(notJson);
        } catch (IOException clientIsGone) {
            throw InvalidJson.error("the request ended before its body did");
        }
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
        } catch (IllegalArgumentException notBase64) {
            throw InvalidJson.error(notBase64.getMessage());
        }
        return bytes.toByteArray();
    }

    Optional<String> text(String name) {
        return field(name, JsonNodeType.STRING, "String", JsonNode::textValue);
    }

    Optional<Integer> number(String name) {
        return field(name, JsonNodeType.NUMBER, "Integer", node -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt())
                throw wrongType("the number at '" + name + "' is not an Integer");
            return node.intValue();
        });
    }

    boolean isTrue(String name) {
        return field(name, JsonNodeType.BOOLEAN, "Boolean", JsonNode::booleanValue)
                .orElse(false);
    }

    Optional<byte[]> archive() {
        return field(ARCHIVE, JsonNodeType.BINARY, "Blob", node -> {
            try {
                return node.binaryValue();
            } catch (IOException bug) {
                throw new UncheckedIOException(bug);
            }
        });
    }

    Optional<Fields> object(String name) {
        return field(name, JsonNodeType.OBJECT, "Structure", node -> new Fields((ObjectNode) node));
    }

    Optional<List<String>> texts(String name) {
        return field(name, JsonNodeType.ARRAY, "List", array -> {
            var texts = new ArrayList<String>();
            for (JsonNode item : array)
                texts.add(convert(name, item, JsonNodeType.STRING, "String").textValue());
            return texts;
        });
    }

    Optional<Map<String, String>> textsByName(String name) {
        return entries(name, JsonNodeType.STRING, "String", JsonNode::textValue);
    }

    Optional<Map<String, Double>> numbersByName(String name) {
        return entries(name, JsonNodeType.NUMBER, "Double", JsonNode::doubleValue);
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

    private <T> Optional<Map<String, T>> entries(
            String name, JsonNodeType type, String typeName, Function<JsonNode, T> reader) {
        return field(name, JsonNodeType.OBJECT, "Map", map -> {
            var entries = new LinkedHashMap<String, T>();
            for (Map.Entry<String, JsonNode> entry : map.properties())
                entries.put(entry.getKey(), reader.apply(convert(name, entry.getValue(), type, typeName)));
            return entries;
        });
    }

    private <T> Optional<T> field(String name, JsonNodeType type, String typeName, Function<JsonNode, T> reader) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) return Optional.empty();
        return Optional.of(reader.apply(convert(name, node, type, typeName)));
    }

    private static JsonNode convert(String name, JsonNode node, JsonNodeType type, String typeName) {
        if (node.getNodeType() == type) return node;
        throw wrongType(node.asToken() + " at '" + name + "' can not be converted to a " + typeName);
    }

    private static AwsError wrongType(String message) {
        return new AwsError(400, "SerializationException", message);
    }
}
