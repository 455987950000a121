package minifaas.function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** A function as the JSON document in which the database keeps it: the records' own fields, times in ISO 8601. */
final class Documents {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(times())
            .build();

    private Documents() {}

    static byte[] write(FunctionRecord function) {
        try {
            return MAPPER.writeValueAsBytes(function);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    static FunctionRecord read(byte[] document) {
        try {
            return MAPPER.readValue(document, FunctionRecord.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the database holds a function that cannot be read", damaged);
        }
    }

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(new AsText<>(Instant.class))
                .addSerializer(new AsText<>(Duration.class))
                .addDeserializer(Instant.class, fromText(Instant::parse))
                .addDeserializer(Duration.class, fromText(Duration::parse));
    }

    private static final class AsText<T> extends StdSerializer<T> {
        private AsText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    private static <T> JsonDeserializer<T> fromText(Function<String, T> parse) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return parse.apply(json.getText());
            }
        };
    }
}
