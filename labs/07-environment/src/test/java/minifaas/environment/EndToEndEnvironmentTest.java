package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import minifaas.cli.Sample;
import minifaas.course.lab.PlatformClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pool at work in the running platform, with a function that counts its calls in a field. */
@Tag("e2e")
class EndToEndEnvironmentTest {
    private static final String FUNCTION = "/2015-03-31/functions/counter";

    private final PlatformClient platform = new PlatformClient();

    @Test
    void theSecondCallFindsTheEnvironmentOfTheFirstAndAnUpdateEndsIt() throws Exception {
        platform.create("counter", Sample.COUNTER);
        assertThat(count()).as("the first call is cold and counts 1").isEqualTo("{\"calls\":1}");
        assertThat(count())
                .as("the second call finds the environment warm, with its count")
                .isEqualTo("{\"calls\":2}");
        platform.put(FUNCTION + "/configuration", Map.of("MemorySize", 512));
        String status;
        do
            status = platform.get(FUNCTION + "/configuration")
                    .path("LastUpdateStatus")
                    .asText();
        while (status.equals("InProgress"));
        assertThat(count())
                .as("the function was updated, so a new environment serves and counts from 1")
                .isEqualTo("{\"calls\":1}");
    }

    private String count() throws IOException, InterruptedException {
        return platform.invoke("counter", "{}").body();
    }
}
