package minifaas.course.syllabus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files in YAML that the course is described in. */
public final class YamlFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private YamlFile() {}

    /**
     * Reads a file as a value of a type.
     *
     * @throws IOException when the file is not there, or is no such value; the message names the file and the place in it
     */
    public static <T> T read(Path file, TypeReference<T> type) throws IOException {
        try {
            return YAML.readValue(Files.readString(file), type);
        } catch (JsonProcessingException malformed) {
            throw new IOException(file + ": " + malformed.getMessage(), malformed);
        }
    }
}
