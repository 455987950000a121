package minifaas.course.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;

/** The results on disk, one file a submission. A file is there as a whole or not at all, and has the form of its schema. */
final class ResultFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();
    private static final String SCHEMA_FILE = "submission-result.schema.json";

    private final Path folder;
    private final JsonSchema schema;

    /**
     * @param folder that they are in; made when it is not there
     */
    ResultFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (InputStream text = ResultFiles.class.getResourceAsStream(SCHEMA_FILE)) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(text));
        }
    }

    Path of(Submission submission) {
        return folder.resolve(submission.id() + ".json");
    }

    /**
     * What an earlier run left of a submission.
     *
     * @throws IOException when its file is not a result; the message says what is wrong
     */
    Optional<SubmissionResult> read(Submission submission) throws IOException {
        Path file = of(submission);
        if (!Files.exists(file)) return Optional.empty();
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            check(tree);
            return Optional.of(JSON.treeToValue(tree, SubmissionResult.class));
        } catch (JsonProcessingException malformed) {
            throw new IOException("it is not a result: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** Puts a result in the place of what was there. */
    void write(Submission submission, SubmissionResult result) throws IOException {
        JsonNode tree = JSON.valueToTree(result);
        check(tree);
        Path file = of(submission);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.write(unfinished, PRETTY.writeValueAsBytes(tree));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void check(JsonNode result) throws IOException {
        Set<ValidationMessage> flaws = schema.validate(result);
        if (!flaws.isEmpty())
            throw new IOException(
                    "it is not a result: " + flaws.iterator().next().getMessage());
    }
}
