package minifaas.course.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import minifaas.kernel.Json;

/**
 * Where the inputs of a lab's graded tests come from.
 *
 * @param value the same for every submission of the lab; who knows it knows the inputs
 * @param fingerprint public: it tells two seeds apart and says nothing about them
 */
public record GradingSeed(long value, String fingerprint) {
    /**
     * Reads a seed that was derived elsewhere.
     *
     * @throws IOException when the file is not there, or is none
     */
    public static GradingSeed read(Path file) throws IOException {
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), GradingSeed.class);
        } catch (JsonProcessingException malformed) {
            throw new IOException(file + " is no seed: " + malformed.getOriginalMessage(), malformed);
        }
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
