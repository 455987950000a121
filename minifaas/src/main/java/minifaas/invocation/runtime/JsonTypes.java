package minifaas.invocation.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;

/**
 * Reads a handler's events and writes its results, by AWS's own serialization as on Lambda.
 *
 * <p>Source: https://github.com/aws/aws-lambda-java-libs, aws-lambda-java-serialization 1.1.5, November 2026.
 */
final class JsonTypes {
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    // null for void
    private final PojoSerializer<Object> input;
    private final PojoSerializer<Object> output;

    JsonTypes(Type input, Type output, ClassLoader functionLoader) {
        this.input = serializerFor(input, functionLoader);
        this.output = output.equals(input) ? this.input : serializerFor(output, functionLoader);
    }

    Object read(byte[] json) {
        if (input == null) return null;
        try {
            return input.fromJson(new ByteArrayInputStream(json));
        } catch (RuntimeException e) {
            throw new RuntimeException("An error occurred during JSON parsing", e);
        }
    }

    byte[] write(Object value) {
        if (output == null || value == null) return NULL;
        var json = new ByteArrayOutputStream();
        try {
            output.toJson(value, json);
        } catch (RuntimeException e) {
            throw new RuntimeException("An error occurred during JSON serialization of response", e);
        }
        return json.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializerFor(Type type, ClassLoader functionLoader) {
        if (type == void.class || type == Void.class) return null;
        if (!(type instanceof Class<?> plain))
            return JacksonFactory.getInstance().getSerializer(type);
        // SQSEvent and its like: their JSON names differ from their Java names, and the library knows them; the
        // package is asked first, since the library's table of them costs time at a cold start
        if (plain.getName().startsWith("com.amazonaws.services.")
                && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
            return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(plain, functionLoader);
        }
        return (PojoSerializer<Object>) JacksonFactory.getInstance().getSerializer(plain);
    }
}
