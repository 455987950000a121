package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import minifaas.testing.LinuxProcesses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import minifaas.testing.ServerProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** The server and its environments are killed while events are sent: each event that was accepted is delivered. */
@Tag("F43")
class KillEventsTest {
    private static final int ROUNDS = 4;
    private static final int EVENTS = 300;
    private static final Duration LONG = Duration.ofSeconds(60);

    /**
     * Makes a mark under the id of each event that it gets, and holds it for a while, or fails; and another function, which
     * makes a mark under the id of each event that was given up.
     */
    private static final String KEEPS_ACCOUNT = """
            import os, time
            def mark(id, text):
                with open(os.path.join(os.environ['FOLDER'], id), 'a') as file:
                    file.write(text)
            def handler(event, context):
                if event.get('fail'): raise ValueError('no')
                mark(context.aws_request_id, 'x')
                time.sleep(event['sleep'])
            def given_up(record, context):
                mark(record['requestContext']['requestId'], record['requestContext']['condition'])
            """;

    @TempDir
    Path data;

    @TempDir
    Path account;

    @BeforeAll
    static void onLinux() {
        LinuxProcesses.needed();
        Machine.needs("python3", "python");
    }

    private void createFunction(Platform platform, String name) {
        createFunction(platform, name, "app.handler");
    }

    private void createFunction(Platform platform, String name, String handler) {
        byte[] zip = Platform.zip(Map.of("app.py", KEEPS_ACCOUNT));
        platform.create(
                name,
                "python3.11",
                handler,
                zip,
                request -> request.timeout(60)
                        .environment(environment -> environment.variables(Map.of("FOLDER", account.toString()))));
    }

    private static String send(Platform platform, String function, String event) {
        return platform.lambda()
                .invoke(request -> request.functionName(function)
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String(event)))
                .responseMetadata()
                .requestId();
    }

    private Set<String> delivered() throws IOException {
        try (var files = Files.list(account)) {
            var ids = new HashSet<String>();
            files.forEach(file -> ids.add(file.getFileName().toString()));
            return ids;
        }
    }

    @Test
    @Tag("long")
    void ofTheServerAtAnyMoment() throws Exception {
        Random random = random();
        List<String> accepted = new CopyOnWriteArrayList<>();
        List<String> failing = new CopyOnWriteArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (var server = ServerProcess.start(data, 0);
                    var platform = server.platform()) {
                if (round == 0) createWithDestination(platform);
                var client = new Thread(() -> sendUntilItFails(platform, accepted, failing));
                client.start();
                awaitMillis(300 + random.nextInt(1500));
                server.kill();
                client.join(30_000);
                assertThat(client.isAlive()).isFalse();
            }
        }
        assertThat(accepted).isNotEmpty();
        assertThat(failing).isNotEmpty();
        try (var server = ServerProcess.start(data, 0)) {
            assertThat(server.endpoint()).isNotNull();
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(delivered()).containsAll(accepted).containsAll(failing));
        }
        for (String id : failing)
            assertThat(account.resolve(id))
                    .content()
                    .as("what failed was given up")
                    .contains("RetriesExhausted");
    }

    private static Random random() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("kills from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        return new Random(seed);
    }

    private static void awaitMillis(int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        await().pollInterval(Duration.ofMillis(1)).until(() -> System.nanoTime() > end);
    }

    /** Without retries, what an environment took with it is given up, and everything else is delivered, each once. */
    @Test
    void ofEnvironmentsAtAnyMoment() throws Exception {
        Random random = random();
        List<String> accepted = new CopyOnWriteArrayList<>();
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            createWithDestination(platform);
            var client = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < EVENTS; i++) accepted.add(send(platform, "f", "{\"sleep\":0.1}"));
            });
            while (!client.isDone() || delivered().size() < EVENTS / 2) {
                awaitMillis(random.nextInt(300));
                List<Long> processes = LinuxProcesses.ofFunction(data, "f");
                if (processes.isEmpty()) continue;
                LinuxProcesses.signal("KILL", processes.get(random.nextInt(processes.size())));
            }
            client.join();
            await().atMost(LONG).untilAsserted(() -> assertThat(delivered()).containsAll(accepted));
        }
        assertThat(accepted).hasSize(EVENTS);
        var all = new StringBuilder();
        for (String id : accepted) {
            String marks = Files.readString(account.resolve(id));
            assertThat(marks).as(id).matches("x|x?RetriesExhausted");
            all.append(marks);
        }
        assertThat(all.toString()).as("some were killed").contains("RetriesExhausted");
    }

    private void createWithDestination(Platform platform) {
        createFunction(platform, "f");
        createFunction(platform, "keeper", "app.given_up");
        String keeper = platform.lambda()
                .getFunctionConfiguration(request -> request.functionName("keeper"))
                .functionArn();
        platform.lambda()
                .putFunctionEventInvokeConfig(config -> config.functionName("f")
                        .maximumRetryAttempts(0)
                        .destinationConfig(to -> to.onFailure(on -> on.destination(keeper))));
    }

    private static void sendUntilItFails(Platform platform, List<String> accepted, List<String> failing) {
        try {
            for (int i = 0; ; i++) {
                accepted.add(send(platform, "f", "{\"sleep\":" + (i % 10 == 0 ? 0.2 : 0) + "}"));
                if (i % 7 == 0) failing.add(send(platform, "f", "{\"fail\":true}"));
            }
        } catch (SdkException serverIsGone) {
            return;
        }
    }

    @Test
    void ofTheServerInTheMiddleOfAnEvent() throws Exception {
        String id;
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            createFunction(platform, "f");
            id = send(platform, "f", "{\"sleep\":3}");
            await().until(() -> delivered().contains(id));
            server.kill();
        }
        try (var server = ServerProcess.start(data, 0)) {
            assertThat(server.endpoint()).isNotNull();
            await().untilAsserted(() ->
                    assertThat(account.resolve(id)).as("delivered twice").hasContent("xx"));
        }
    }

    @Test
    @Tag("long")
    void ofAnEnvironmentInTheMiddleOfAnEvent() throws Exception {
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            createFunction(platform, "f");
            String id = send(platform, "f", "{\"sleep\":2}");
            await().until(() -> delivered().contains(id));
            for (long process : LinuxProcesses.ofFunction(data, "f")) LinuxProcesses.signal("KILL", process);

            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() ->
                            assertThat(account.resolve(id)).as("a minute later").hasContent("xx"));
        }
    }
}
