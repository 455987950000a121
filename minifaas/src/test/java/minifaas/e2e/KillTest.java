package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** The server is killed, without a chance to tidy up: nothing runs on, and nothing that it acknowledged is lost. */
class KillTest {
    private static final int ROUNDS = 4;
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path data;

    @BeforeAll
    static void onLinux() {
        LinuxProcesses.needed();
        Machine.needs("python3", "python");
    }

    private void nothingRunsOn() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(LinuxProcesses.ofServer(data)).isEmpty());
    }

    @Test
    @Tag("long")
    void atAnyMoment() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("kills from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        var random = new Random(seed);
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            try (var server = ServerProcess.start(data, 0);
                    var platform = server.platform()) {
                assertThat(functions(platform)).as("round " + round).containsAll(acknowledged);
                for (String known : acknowledged.subList(0, Math.min(1, acknowledged.size()))) {
                    platform.awaitActive(known); // its preparation may have been interrupted
                    assertThat(platform.answer(known, "{}")).isEqualTo("1");
                }

                var worker = new Thread(() -> work(platform, "f" + number, acknowledged));
                worker.start();
                long killAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500));
                await().pollInterval(Duration.ofMillis(1)).until(() -> System.nanoTime() > killAt);
                server.kill();
                worker.join(30_000);
                assertThat(worker.isAlive()).isFalse();
            }
            nothingRunsOn();
        }
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            assertThat(functions(platform)).containsAll(acknowledged);
        }
    }

    @Test
    void theLibraryThatTheDatabaseDriverUnpackedIsGoneAfterTheNextStart() throws Exception {
        List<Path> left;
        try (var server = ServerProcess.start(data, 0)) {
            server.kill();
            left = librariesOfTheDriver();
            assertThat(left).isNotEmpty();
        }

        try (var server = ServerProcess.start(data, 0)) {
            assertThat(librariesOfTheDriver()).isNotEmpty().doesNotContainAnyElementsOf(left);
            server.kill();
        }
    }

    private List<Path> librariesOfTheDriver() throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().contains("sqlite"))
                    .toList();
        }
    }

    /** Creates functions and calls them until the server is gone; names those whose creation was acknowledged. */
    private static void work(Platform platform, String prefix, List<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                String name = prefix + "-" + i;
                byte[] zip = Platform.zip(Map.of("app.py", "def handler(e, c): return 1", "n", name));
                platform.lambda()
                        .createFunction(request -> request.functionName(name)
                                .runtime("python3.11")
                                .handler("app.handler")
                                .role(Platform.ROLE)
                                .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
                acknowledged.add(name);
                platform.lambda().waiter().waitUntilFunctionActiveV2(request -> request.functionName(name));
                platform.invoke(name, "{}");
            }
        } catch (SdkException serverIsGone) {
            return;
        }
    }

    private static List<String> functions(Platform platform) {
        return platform.lambda().listFunctionsPaginator().functions().stream()
                .map(FunctionConfiguration::functionName)
                .toList();
    }

    @Test
    void frozenRunningAndDetachedProcessesAllEnd() throws Exception {
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            platform.create("frozen", "python3.11", "app.handler", Map.of("app.py", """
                    import subprocess
                    def handler(event, context):
                        return [subprocess.Popen(['sleep', '600'], start_new_session=own).pid for own in (True, False)]
                    """));
            platform.answer("frozen", "{}");
            await().until(() ->
                    LinuxProcesses.ofFunction(data, "frozen").stream().anyMatch(LinuxProcesses::isStopped));
            byte[] busy = Platform.zip(Map.of("app.py", """
                    import time
                    def handler(event, context):
                        open(event['here'], 'w').close()
                        time.sleep(600)
                    """));
            platform.create("busy", "python3.11", "app.handler", busy, request -> request.timeout(900));
            Path here = data.resolve("here");
            new Thread(() -> invokeUntilItFails(platform, "{\"here\":\"" + here + "\"}")).start();
            await().until(() -> Files.exists(here));
            assertThat(LinuxProcesses.ofServer(data)).hasSizeGreaterThanOrEqualTo(4);

            server.kill();

            nothingRunsOn();
        }
    }

    private static void invokeUntilItFails(Platform platform, String event) {
        try {
            platform.invoke("busy", event);
        } catch (SdkException serverIsGone) {
            return;
        }
    }

    @Test
    void whatEscapesEvenTheGuardianIsEndedByTheNextStart() throws Exception {
        long orphan;
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            platform.create("forks", "python3.11", "app.handler", Map.of("app.py", """
                    import os, subprocess
                    def handler(event, context):
                        script = 'setsid sleep 600 >/dev/null 2>&1 & echo $!'
                        return int(subprocess.run(['sh', '-c', script], stdout=subprocess.PIPE).stdout)
                    """));
            orphan = Long.parseLong(platform.answer("forks", "{}"));
            // once it is frozen, the server has nothing to tell its guardian, and so does not notice that it is gone
            await().until(() ->
                    LinuxProcesses.ofFunction(data, "forks").stream().anyMatch(LinuxProcesses::isStopped));
            var guardians = LinuxProcesses.withCommand(
                    data.resolve("runtime/guardian.sh").toString());
            assertThat(guardians).hasSize(1);
            LinuxProcesses.signal("KILL", guardians.get(0));
            server.kill();
            assertThat(LinuxProcesses.isRunning(orphan)).isTrue();
        }

        try (var next = ServerProcess.start(data, 0)) {
            assertThat(next.endpoint()).isNotNull();
            await().until(() -> !LinuxProcesses.isRunning(orphan));
            nothingRunsOn();
        }
    }

    @Test
    void aGuardianThatDiesIsReplacedAndKnowsTheEnvironments() throws Exception {
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 1"));
            platform.answer("f", "{}");
            String script = data.resolve("runtime/guardian.sh").toString();
            long first = LinuxProcesses.withCommand(script).get(0);
            LinuxProcesses.signal("KILL", first);
            await().until(() -> !LinuxProcesses.isRunning(first));

            assertThat(platform.answer("f", "{}")).isEqualTo("1");
            await().untilAsserted(() ->
                    assertThat(LinuxProcesses.withCommand(script)).hasSize(1).doesNotContain(first));
            server.kill();

            nothingRunsOn();
        }
    }
}
