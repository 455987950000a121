package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More simultaneous calls than a limit allows: every one is either answered or throttled, and never too many run. */
@Tag("F28")
@Tag("F29")
class BurstTest {
    private static final int CALLS = 1000;
    private static final int RESERVED = 8;

    @TempDir
    Path data;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private List<CompletableFuture<HttpResponse<String>>> call(Platform platform, int count) {
        var request = HttpRequest.newBuilder(URI.create(platform.endpoint() + "/2015-03-31/functions/f/invocations"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var calls = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < count; i++) calls.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8)));
        return calls;
    }

    /** The answers' bodies; whatever else came must be the refusal. */
    private static List<String> answered(List<CompletableFuture<HttpResponse<String>>> calls, String reason)
            throws Exception {
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(90, TimeUnit.SECONDS);
        var answers = new ArrayList<String>();
        for (var call : calls) {
            var answer = call.join();
            if (answer.statusCode() == 200) answers.add(answer.body());
            else assertThat(answer.body()).contains("\"" + reason + "\"").contains("Rate Exceeded.");
        }
        return answers;
    }

    @Test
    void ofAThousandCallsNoMoreThanTheReservationRunAtOnce() throws Exception {
        Machine.needs("python3", "python");
        Path running = Files.createDirectory(data.resolve("running"));
        String code = """
                import os, time
                def handler(event, context):
                    mine = os.path.join('%s', context.aws_request_id)
                    open(mine, 'w').close()
                    together = len(os.listdir('%s'))
                    time.sleep(0.02)
                    os.remove(mine)
                    return together
                """.formatted(running, running);
        try (var platform = Platform.start(data)) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", code));
            platform.lambda()
                    .putFunctionConcurrency(
                            request -> request.functionName("f").reservedConcurrentExecutions(RESERVED));

            List<String> together =
                    answered(call(platform, CALLS), "ReservedFunctionConcurrentInvocationLimitExceeded");

            assertThat(together).hasSizeGreaterThanOrEqualTo(RESERVED);
            assertThat(together).allMatch(count -> Integer.parseInt(count) <= RESERVED);
            assertThat(together).anyMatch(count -> Integer.parseInt(count) > 1);
            assertThat(answered(call(platform, RESERVED), "none is throttled"))
                    .as("every permit and every environment is back")
                    .hasSize(RESERVED);
            platform.lambda().deleteFunction(request -> request.functionName("f"));
            await("no environment is left").until(() -> !Platform.hasEnvironments(data));
        }
    }

    /** Nobody is answered before the gate opens, so exactly as many are let through as may run at once. */
    @Test
    void ofAThousandCallsExactlyTheAccountsConcurrencyIsAnswered() throws Exception {
        Machine.needs("python3", "python");
        int limit = 100;
        Path gate = data.resolve("gate");
        String code = """
                import os, time
                def handler(event, context):
                    while not os.path.exists('%s'): time.sleep(0.01)
                """.formatted(gate);
        try (var platform = Platform.startLimited(data, limit, 1000)) {
            byte[] zip = Platform.zip(Map.of("app.py", code));
            platform.create(
                    "f",
                    "python3.11",
                    "app.handler",
                    zip,
                    request -> request.timeout(60).memorySize(512));

            var calls = call(platform, CALLS);
            await().until(() -> calls.stream().filter(CompletableFuture::isDone).count() >= CALLS - limit);
            Files.createFile(gate);

            assertThat(answered(calls, "ConcurrentInvocationLimitExceeded")).hasSize(limit);
        }
    }
}
