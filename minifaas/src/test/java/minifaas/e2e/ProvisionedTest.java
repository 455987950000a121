package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum.FAILED;
import static software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum.IN_PROGRESS;
import static software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum.READY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/** Provisioned concurrency through the real API: environments are there before anybody calls. */
class ProvisionedTest {
    private static final String INIT_DURATION = "Init Duration: ";
    private static final String TYPE = """
            import os, time
            answer = os.environ["AWS_LAMBDA_INITIALIZATION_TYPE"]
            def handler(event, context):
                if "gate" in event:
                    open(event["gate"] + ".reached", "w").close()
                    while not os.path.exists(event["gate"]): time.sleep(0.01)
                return [context.function_version, answer]
            """;

    @TempDir
    Path data;

    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        Machine.needs("python3", "python");
        restart();
        byte[] zip = Platform.zip(Map.of("app.py", TYPE));
        platform.create("f", "python3.11", "app.handler", zip, request -> request.timeout(60));
        publish();
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
        assertThat(Platform.hasEnvironments(data)).isFalse();
    }

    private void restart() throws Exception {
        platform = Platform.start(data, 8, 4096, Duration.ofMillis(10));
    }

    private void publish() {
        platform.lambda().publishVersion(request -> request.functionName("f"));
    }

    private void publishAnother() {
        platform.lambda()
                .updateFunctionConfiguration(
                        request -> request.functionName("f").timeout(20));
        platform.awaitUpdated("f");
        publish();
    }

    private ProvisionedConcurrencyStatusEnum put(String qualifier, int executions) {
        return platform.lambda()
                .putProvisionedConcurrencyConfig(request ->
                        request.functionName("f").qualifier(qualifier).provisionedConcurrentExecutions(executions))
                .status();
    }

    private GetProvisionedConcurrencyConfigResponse get(String qualifier) {
        return platform.lambda()
                .getProvisionedConcurrencyConfig(
                        request -> request.functionName("f").qualifier(qualifier));
    }

    private void awaitReady(String qualifier) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(get(qualifier).status()).isEqualTo(READY));
    }

    private static void isServedAhead(InvokeResponse answer, String version) {
        assertThat(answer.payload().asUtf8String()).isEqualTo("[\"" + version + "\", \"provisioned-concurrency\"]");
        assertThat(Platform.log(answer)).contains("REPORT ").doesNotContain(INIT_DURATION);
    }

    @Test
    void theFirstCallOfAProvisionedVersionIsWarmAndCallsBeyondAreColdAndOnDemand() throws Exception {
        assertThat(put("1", 1)).isEqualTo(IN_PROGRESS);
        awaitReady("1");
        var config = get("1");
        assertThat(List.of(
                        config.requestedProvisionedConcurrentExecutions(),
                        config.allocatedProvisionedConcurrentExecutions(),
                        config.availableProvisionedConcurrentExecutions()))
                .containsOnly(1);

        isServedAhead(platform.invoke("f:1", "{}"), "1");

        Path gate = data.resolve("gate");
        var slow = CompletableFuture.supplyAsync(() -> platform.invoke("f:1", "{\"gate\": \"" + gate + "\"}"));
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(data.resolve("gate.reached")));
        var beyond = platform.invoke("f:1", "{}");
        assertThat(beyond.payload().asUtf8String()).isEqualTo("[\"1\", \"on-demand\"]");
        assertThat(Platform.log(beyond)).contains(INIT_DURATION);
        Files.createFile(gate);
        isServedAhead(slow.join(), "1");
    }

    @Test
    void environmentsOfAnAliasMoveWithIt() {
        platform.lambda()
                .createAlias(request -> request.functionName("f").name("PROD").functionVersion("1"));
        put("PROD", 1);
        awaitReady("PROD");
        isServedAhead(platform.invoke("f:PROD", "{}"), "1");

        publishAnother();
        platform.lambda()
                .updateAlias(request -> request.functionName("f").name("PROD").functionVersion("2"));

        awaitReady("PROD");
        isServedAhead(platform.invoke("f:PROD", "{}"), "2");
        assertThat(platform.answer("f:1", "{}")).isEqualTo("[\"1\", \"on-demand\"]");
    }

    @Test
    void itSurvivesARestart() throws Exception {
        put("1", 1);
        awaitReady("1");
        var before = get("1");
        platform.close();

        restart();

        awaitReady("1");
        assertThat(get("1").lastModified()).isEqualTo(before.lastModified());
        isServedAhead(platform.invoke("f:1", "{}"), "1");
    }

    @Test
    void deletingEndsTheEnvironmentsAndSoDoesDeletingTheVersionOrTheFunction() throws Exception {
        publishAnother();
        put("1", 1);
        put("2", 1);
        awaitReady("1");
        awaitReady("2");
        var listed = platform.lambda().listProvisionedConcurrencyConfigs(request -> request.functionName("f"));
        assertThat(listed.provisionedConcurrencyConfigs())
                .extracting(ProvisionedConcurrencyConfigListItem::functionArn)
                .containsExactly(EndToEnd.ARN + "f:1", EndToEnd.ARN + "f:2");

        platform.lambda()
                .deleteProvisionedConcurrencyConfig(
                        request -> request.functionName("f").qualifier("1"));
        assertThat(platform.answer("f:1", "{}")).contains("on-demand");
        platform.lambda().deleteFunction(request -> request.functionName("f").qualifier("2"));

        assertThat(platform.lambda()
                        .listProvisionedConcurrencyConfigs(request -> request.functionName("f"))
                        .provisionedConcurrencyConfigs())
                .isEmpty();
        platform.lambda().deleteFunction(request -> request.functionName("f"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Platform.hasEnvironments(data)).isFalse());
    }

    @Test
    void anInitialisationThatFailsIsTold() {
        platform.create("broken", "python3.11", "app.handler", Map.of("app.py", "raise ValueError('no luck')"));
        platform.lambda().publishVersion(request -> request.functionName("broken"));
        platform.lambda()
                .putProvisionedConcurrencyConfig(
                        request -> request.functionName("broken").qualifier("1").provisionedConcurrentExecutions(1));

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var config = platform.lambda()
                    .getProvisionedConcurrencyConfig(
                            request -> request.functionName("broken").qualifier("1"));
            assertThat(config.status()).isEqualTo(FAILED);
            assertThat(config.statusReason()).isEqualTo("FUNCTION_ERROR_INIT_FAILURE");
        });
    }
}
