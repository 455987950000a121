package minifaas.aws.lambda;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import minifaas.aws.AwsError;

/**
 * The types of fields in the Lambda API, and AWS's words for a value of another type (400 SerializationException).
 *
 * <p>AWS documents the error and not its words. These are what its services were seen to answer, 2026-11.
 */
enum FieldType {
    STRING(JsonNodeType.STRING, "%s can not be converted to a String"),
    INTEGER(JsonNodeType.NUMBER, "%s can not be converted to an Integer"),
    DOUBLE(JsonNodeType.NUMBER, "%s can not be converted to a Double"),
    BOOLEAN(JsonNodeType.BOOLEAN, "%s can not be converted to a Boolean"),
    BLOB(JsonNodeType.BINARY, "%s can not be converted to a Blob"),
    LIST(JsonNodeType.ARRAY, "Expected list or null"),
    MAP(JsonNodeType.OBJECT, "Expected map or null"),
    STRUCTURE(JsonNodeType.OBJECT, "Expected null");

    private final JsonNodeType json;
    private final String refusalOfOneValue;

    FieldType(JsonNodeType json, String refusalOfOneValue) {
        this.json = json;
        this.refusalOfOneValue = refusalOfOneValue;
    }

    boolean matches(JsonNode value) {
        return value.getNodeType() == json && (this != INTEGER || value.isInt());
    }

    /** The error for a value, or the beginning of one, that is not of this type. */
    AwsError refusal(JsonToken found) {
        return AwsError.serialization(
                switch (found) {
                    case START_ARRAY -> "Start of list found where not expected";
                    case START_OBJECT -> "Start of structure or map found where not expected.";
                    default -> refusalOfOneValue.formatted(name(found));
                });
    }

    private static String name(JsonToken value) {
        return switch (value) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER_VALUE";
            case VALUE_TRUE -> "TRUE_VALUE";
            case VALUE_FALSE -> "FALSE_VALUE";
            case VALUE_NULL -> "NULL_VALUE";
            default -> "STRING_VALUE";
        };
    }
}
