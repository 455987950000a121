package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** A server that is told to stop lets its work end, and one that cannot start says why. */
class StopTest {
    private static final String WORK = """
            import os, subprocess, time
            def handler(event, context):
                open(event['here'], 'w').close()
                subprocess.Popen(['sleep', '600'], start_new_session=True)
                time.sleep(event['seconds'])
                return 'done'
            """;

    @TempDir
    Path data;

    @BeforeAll
    static void onLinux() {
        LinuxProcesses.needed();
        Machine.needs("python3", "python");
    }

    @Test
    @Tag("long")
    void onSigtermARunningInvocationEndsAndIsAnsweredAndNoProcessIsLeft() throws Exception {
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            byte[] zip = Platform.zip(Map.of("app.py", WORK));
            platform.create("work", "python3.11", "app.handler", zip, request -> request.timeout(30));
            platform.create("idle", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 1"));
            platform.answer("idle", "{}");
            Path here = data.resolve("here");
            var answer = CompletableFuture.supplyAsync(
                    () -> platform.answer("work", "{\"seconds\":4,\"here\":\"" + here + "\"}"));
            await().until(() -> Files.exists(here));

            server.terminate();

            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("\"done\"");
            assertThat(server.ends(30)).isTrue();
            await().untilAsserted(
                            () -> assertThat(LinuxProcesses.ofServer(data)).isEmpty());
            String guardian = data.resolve("runtime/guardian.sh").toString();
            await().untilAsserted(() ->
                    assertThat(LinuxProcesses.withCommand(guardian)).isEmpty());
        }
    }

    @Test
    @Tag("long")
    void anInvocationThatDoesNotEndDoesNotKeepTheServer() throws Exception {
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            byte[] zip = Platform.zip(Map.of("app.py", WORK));
            platform.create("endless", "python3.11", "app.handler", zip, request -> request.timeout(900));
            Path here = data.resolve("here");
            var answer = CompletableFuture.supplyAsync(
                    () -> platform.answer("endless", "{\"seconds\":800,\"here\":\"" + here + "\"}"));
            await().until(() -> Files.exists(here));

            server.terminate();

            assertThat(server.ends(25)).isTrue();
            await().untilAsserted(
                            () -> assertThat(LinuxProcesses.ofServer(data)).isEmpty());
            assertThat(answer)
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("signal: killed");
        }
    }

    @Test
    @Tag("long")
    void anEventWhoseFunctionIsEndedByTheStopHasNotFailed() throws Exception {
        Path event = data.resolve("event");
        Path call = data.resolve("call");
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            byte[] zip = Platform.zip(Map.of("app.py", WORK));
            platform.create("work", "python3.11", "app.handler", zip, request -> request.timeout(60));
            platform.lambda()
                    .putFunctionEventInvokeConfig(
                            config -> config.functionName("work").maximumRetryAttempts(0));
            platform.lambda()
                    .invoke(request -> request.functionName("work")
                            .invocationType(InvocationType.EVENT)
                            .payload(SdkBytes.fromUtf8String(seconds(40, event))));
            var heldUp = CompletableFuture.supplyAsync(() -> platform.answer("work", seconds(40, call)));
            await().until(() -> Files.exists(event) && Files.exists(call));

            server.terminate();

            assertThat(server.ends(25)).isTrue();
            assertThat(heldUp).failsWithin(30, TimeUnit.SECONDS);
        }
        Files.delete(event);
        try (var server = ServerProcess.start(data, 0)) {
            assertThat(server.endpoint()).isNotNull();
            await().until(() -> Files.exists(event));
        }
    }

    private static String seconds(int seconds, Path here) {
        return "{\"seconds\":" + seconds + ",\"here\":\"" + here + "\"}";
    }

    @Test
    void aSecondServerOnTheSameFolderSaysWhoHasItAndDisturbsNothing() throws Exception {
        try (var first = ServerProcess.start(data, 0);
                var platform = first.platform()) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 1"));
            platform.answer("f", "{}");

            try (var second = ServerProcess.start(data, 0)) {
                assertThat(second.firstLine())
                        .startsWith("cannot start: another minifaas uses the data folder " + data + " (process "
                                + first.pid() + ", port " + first.endpoint().getPort() + ")");
                assertThat(second.ends(30)).isTrue();
            }

            assertThat(LinuxProcesses.ofFunction(data, "f")).hasSize(1);
            assertThat(platform.answer("f", "{}")).isEqualTo("1");
        }
    }

    @Test
    void aPortThatIsTakenIsNamedInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var server = ServerProcess.start(data, taken.getLocalPort())) {
            assertThat(server.firstLine()).startsWith("cannot start: port " + taken.getLocalPort() + " of 127.0.0.1");
            assertThat(server.ends(30)).isTrue();
        }
    }
}
