package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import minifaas.cli.Sample;
import minifaas.course.lab.PlatformClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registry at work in the running platform. */
@Tag("e2e")
class EndToEndFunctionTest {
    private static final String FUNCTION = "/2015-03-31/functions/lab";

    private final PlatformClient platform = new PlatformClient();

    @Test
    void aFunctionIsCreatedPublishedUpdatedAndReachedByItsAlias() throws Exception {
        String firstCode =
                platform.create("lab", Sample.HELLO).path("CodeSha256").asText();
        JsonNode published = platform.post(FUNCTION + "/versions", Map.of());
        assertThat(published.path("Version").asText())
                .as("the version that is published first is version 1: %s", published)
                .isEqualTo("1");

        JsonNode updated = platform.put(FUNCTION + "/code", Map.of("ZipFile", PlatformClient.base64(Sample.COUNTER)));
        assertThat(updated.path("CodeSha256").asText())
                .as("other code has another digest: %s", updated)
                .isNotEmpty()
                .isNotEqualTo(firstCode);

        platform.post(FUNCTION + "/aliases", Map.of("Name", "prod", "FunctionVersion", "1"));
        assertThat(platform.get(FUNCTION + "/configuration?Qualifier=prod")
                        .path("CodeSha256")
                        .asText())
                .as("the alias leads to version 1, which keeps its code when the function is updated")
                .isEqualTo(firstCode);
        assertThat(platform.invoke("lab:prod", "{\"name\":\"Ada\"}").body())
                .as("a call of the alias runs the code of version 1")
                .isEqualTo("{\"message\":\"Hello, Ada!\"}");

        JsonNode refused = platform.create("not/a/name", Sample.HELLO);
        assertThat(refused.toString()).as("a bad name is refused in words").contains("not/a/name");
    }
}
