package minifaas.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import minifaas.kernel.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registry at work in the running platform, called through Lambda's own API. */
@Tag("e2e")
class EndToEndFunctionTest {
    private static final String FUNCTIONS = System.getProperty("minifaas.endpoint") + "/2015-03-31/functions";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aFunctionIsCreatedPublishedUpdatedAndReachedByItsAlias() throws Exception {
        JsonNode created = post(
                "",
                Map.of(
                        "FunctionName", "lab",
                        "Runtime", "provided.al2023",
                        "Handler", "none",
                        "Role", "arn:aws:iam::000000000000:role/lab",
                        "Code", Map.of("ZipFile", zip("first")),
                        "Publish", true));
        assertThat(created.path("Version").asText())
                .as("a function that is created with Publish has version 1: %s", created)
                .isEqualTo("1");
        String firstCode = created.path("CodeSha256").asText();

        JsonNode updated = send("PUT", "/lab/code", Map.of("ZipFile", zip("second")));
        assertThat(updated.path("CodeSha256").asText())
                .as("other code has another digest: %s", updated)
                .isNotEmpty()
                .isNotEqualTo(firstCode);
        assertThat(get("/lab/configuration?Qualifier=1").path("CodeSha256").asText())
                .as("version 1 keeps its code when the function is updated")
                .isEqualTo(firstCode);

        JsonNode alias = post("/lab/aliases", Map.of("Name", "prod", "FunctionVersion", "1"));
        assertThat(alias.path("FunctionVersion").asText()).as("the alias leads to version 1: %s", alias).isEqualTo("1");
        assertThat(get("/lab/configuration?Qualifier=prod").path("CodeSha256").asText())
                .as("through the alias, version 1 is seen")
                .isEqualTo(firstCode);

        JsonNode refused = post("", Map.of("FunctionName", "not/a/name"));
        assertThat(refused.toString()).as("a bad name is refused in words").contains("not/a/name");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(FUNCTIONS + path)).build());
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(FUNCTIONS + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        return Json.read(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static String zip(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bootstrap"));
            zip.write(content.getBytes(UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
