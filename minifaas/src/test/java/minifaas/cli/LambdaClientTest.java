package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import minifaas.Minifaas;
import minifaas.Settings;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose functions the commands mean: those that AWS's own tools mean in the same shell. */
class LambdaClientTest {
    private static final Map<String, String> FAR_AWAY =
            Map.of("AWS_ACCESS_KEY_ID", "123456789012", "AWS_REGION", "eu-west-1", "AWS_DEFAULT_REGION", "us-west-2");

    @Test
    void theShellsAccountAndRegionCountForFunctionsAndForTheirLogs(@TempDir Path data) throws IOException {
        try (var platform = Minifaas.start(new Settings(
                "127.0.0.1", 0, List.of(), data, 1024, 7, Duration.ofMillis(10), Duration.ofMinutes(10)))) {
            String endpoint = "http://localhost:" + platform.port();
            var there = LambdaClient.inShell(endpoint, FAR_AWAY);
            there.deploy("f", "provided.al2023", "h", 128, Platform.zip(Map.of("bootstrap", "")));

            assertThat(arn(there)).isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:f");
            assertThat(there.get("/_minifaas/logs/f").path("lines").isArray()).isTrue();
            var here = LambdaClient.inShell(endpoint, Map.of("AWS_ACCESS_KEY_ID", "a key"));
            assertThatThrownBy(() -> here.get("/_minifaas/logs/f"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("us-east-1:000000000000:function:f");
            var elsewhere = LambdaClient.inShell(endpoint, Map.of("AWS_DEFAULT_REGION", "us-west-2"));
            assertThatThrownBy(() -> elsewhere.get("/_minifaas/logs/f"))
                    .hasMessageContaining("us-west-2:000000000000:function:f");
        }
    }

    private static String arn(LambdaClient client) throws IOException {
        return client.get("/2015-03-31/functions/f/configuration")
                .path("FunctionArn")
                .asText();
    }
}
