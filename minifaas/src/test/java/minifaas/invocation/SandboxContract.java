package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.function.FunctionVersion;
import minifaas.testing.Machine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of sandbox must do, shown with functions in Python. */
abstract class SandboxContract {
    private static final String RUNTIME = "python3.11";

    @TempDir
    Path data;

    private Sandbox sandbox;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    /** Opens the kind under test on a data folder, where code lies in {@code code/NAME}. */
    abstract Sandbox.Starter open(Path data) throws IOException;

    /** Ends what {@link #open} made. */
    abstract void shut() throws IOException;

    private Sandbox.Starter starter;

    @BeforeEach
    void openKind() throws IOException {
        Machine.needs("python3", "python");
        starter = open(data);
    }

    @AfterEach
    void shutKind() throws Exception {
        if (sandbox != null) {
            sandbox.close();
            gone.get(30, TimeUnit.SECONDS);
        }
        shut();
    }

    Path code(FunctionVersion version) {
        return data.resolve("code").resolve(version.function().name());
    }

    FunctionVersion function(String name, String code) throws IOException {
        return function(name, code, Duration.ofSeconds(5), 128);
    }

    FunctionVersion function(String name, String code, Duration timeout, int memoryMiB) throws IOException {
        var settings = settings(RUNTIME, "app.handler", memoryMiB, timeout, Map.of("GREETING", "hello"));
        FunctionVersion version = Versions.version(name, name, settings);
        Files.createDirectories(code(version));
        Files.writeString(code(version).resolve("app.py"), code);
        return version;
    }

    Sandbox start(FunctionVersion version) {
        sandbox = starter.start(version, new Sandbox.Watcher() {
            @Override
            public void ready(Sandbox started) {
                ready.complete(null);
            }

            @Override
            public void gone(Sandbox ended) {
                gone.complete(null);
            }
        });
        return sandbox;
    }

    static Sandbox.Run run(Sandbox sandbox, FunctionVersion version, String payload) throws Exception {
        return sandbox.run(call(version, UUID.randomUUID().toString(), payload)).get(60, TimeUnit.SECONDS);
    }

    static String answer(Sandbox.Run run) {
        Outcome outcome = run.outcome().orElseThrow();
        return outcome instanceof Outcome.FunctionError error
                ? new String(error.payload(), UTF_8)
                : new String(((Outcome.Succeeded) outcome).payload(), UTF_8);
    }

    private static String log(Sandbox.Run run) {
        return new String(run.logTail(), UTF_8);
    }

    private String answer(FunctionVersion version, String payload) throws Exception {
        return answer(run(sandbox, version, payload));
    }

    @Test
    void theHandlerGetsTheEventAndItsAnswerComesBack() throws Exception {
        var version = function("echo", "def handler(event, context): return {'got': event}");
        start(version);

        assertThat(answer(version, "{\"a\":1}")).isEqualTo("{\"got\": {\"a\": 1}}");
    }

    @Test
    void globalStateAndFilesInTmpSurviveToTheNextInvocation() throws Exception {
        var version = function("count", """
            import os, tempfile
            n = 0
            def handler(event, context):
                global n
                n += 1
                with open(os.path.join(tempfile.gettempdir(), 'notes'), 'a') as notes: notes.write('x')
                return [n, os.path.getsize(os.path.join(tempfile.gettempdir(), 'notes'))]
            """);
        start(version);

        assertThat(answer(version, "{}")).isEqualTo("[1, 1]");
        assertThat(answer(version, "{}")).isEqualTo("[2, 2]");
    }

    @Test
    void whatRunsInTheBackgroundStopsWhileFrozenAndGoesOnWhenThawed() throws Exception {
        var version = function("ticks", """
            import threading, time
            ticks = 0
            def work():
                global ticks
                while True:
                    time.sleep(0.002)
                    ticks += 1
            threading.Thread(target=work, daemon=True).start()
            def handler(event, context):
                return [ticks, time.time()]
            """);
        start(version);
        answer(version, "{}");
        sandbox.freeze();
        awaitStopped(version);
        String before = Files.readString(statusOf(version));
        // the processor time of a stopped process does not grow, however often one looks
        for (int look = 0; look < 20; look++) assertThat(cpuTicks(version)).isEqualTo(cpuTicks(before));

        sandbox.thaw();
        String first = answer(version, "{}");
        await().until(() -> !answer(version, "{}").split(",")[0].equals(first.split(",")[0]));
    }

    /** Where the system shows what a function's process is doing. */
    abstract Path statusOf(FunctionVersion version) throws IOException;

    private void awaitStopped(FunctionVersion version) {
        await().until(() -> Files.readString(statusOf(version)).contains(") T "));
    }

    private String cpuTicks(FunctionVersion version) throws IOException {
        return cpuTicks(Files.readString(statusOf(version)));
    }

    private static String cpuTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return fields[11] + " " + fields[12];
    }

    @Test
    void afterATimeoutTheCallerIsToldAndTheWholeProcessTreeIsDead() throws Exception {
        var version = function("slow", """
            import subprocess, time
            def handler(event, context):
                print(subprocess.Popen(['sleep', '600']).pid, flush=True)
                time.sleep(600)
            """, Duration.ofSeconds(1), 128);
        start(version);

        Sandbox.Run run = run(sandbox, version, "{}");

        assertThat(answer(run)).contains("Sandbox.Timedout", "Task timed out after 1.00 seconds");
        assertThat(log(run)).contains("Status: timeout");
        gone.get(30, TimeUnit.SECONDS);
        assertThat(processesOf(version)).isEmpty();
        await().until(() -> !isRunning(childIn(run)));
    }

    /** All processes of a function's environments that still run. */
    abstract List<ProcessHandle> processesOf(FunctionVersion version);

    /** Whether a process runs; one that is dead may stay in the system's table until somebody asks for its status. */
    abstract boolean isRunning(long process) throws IOException;

    private static long childIn(Sandbox.Run run) {
        return log(run).lines()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFunctionThatExitsIsReportedWithItsStatus() throws Exception {
        var version = function("exit", "import os\ndef handler(event, context): os._exit(3)");
        start(version);

        Sandbox.Run run = run(sandbox, version, "{}");

        assertThat(answer(run)).contains("Runtime.ExitError", "Runtime exited with error: exit status 3");
        assertThat(log(run)).containsPattern("Max Memory Used: [1-9]\\d* MB\tInit Duration: [\\d.]+ ms\tStatus: error");
        gone.get(30, TimeUnit.SECONDS);
    }

    @Test
    void codeThatCannotBeImportedFailsTheInvocationWithTheReason() throws Exception {
        var version = function("broken", "import no_such_module");
        start(version);

        Sandbox.Run run = run(sandbox, version, "{}");

        assertThat(answer(run)).contains("Runtime.ImportModuleError", "no_such_module");
        assertThat(((Outcome.FunctionError) run.outcome().get()).kind()).isEqualTo(Outcome.Kind.INIT);
        assertThat(log(run))
                .containsPattern("INIT_REPORT Init Duration: [\\d.]+ ms\tPhase: init\tStatus: error\t"
                        + "Error Type: Runtime.ImportModuleError\nSTART RequestId: ")
                .containsPattern("Billed Duration: [1-9]\\d* ms\tMemory Size: 128 MB\tMax Memory Used: [1-9]\\d* MB\t"
                        + "Init Duration: [1-9][\\d.]+ ms\tStatus: error");
    }

    @Test
    void aProgramThatExitsWhileItInitialisesIsReportedWithTheMemoryThatItWasSeenToUse() throws Exception {
        var version = function("quitter", """
            import os, time
            hoard = b'x' * (40 << 20)
            time.sleep(0.1)
            os._exit(1)
            """);
        start(version);

        Sandbox.Run run = run(sandbox, version, "{}");

        assertThat(log(run)).contains("INIT_REPORT Init Duration: ", "Error Type: Runtime.ExitError\n");
        assertThat(Integer.parseInt(log(run).replaceAll("(?s).*Max Memory Used: (\\d+) MB.*", "$1")))
                .isGreaterThan(40);
    }

    @Test
    void anAnswerOverTheLimitIsReplacedByAnErrorAndTheEnvironmentGoesOn() throws Exception {
        var version = function("large", "def handler(event, context): return 'x' * event");
        start(version);

        Sandbox.Run tooLarge = run(sandbox, version, String.valueOf(7_000_000));
        assertThat(answer(tooLarge)).contains("Function.ResponseSizeTooLarge", "6291556");
        assertThat(new String(tooLarge.logTail(), UTF_8)).contains("Function.ResponseSizeTooLarge");
        assertThat(answer(version, "3")).isEqualTo("\"xxx\"");
        assertThat(answer(version, "6000000")).hasSize(6_000_002);
    }

    @Test
    void theFunctionSeesItsVariablesAndNothingOfTheServers() throws Exception {
        var version = function("env", "import os\ndef handler(event, context): return dict(os.environ)");
        start(version);

        String variables = answer(version, "{}");

        assertThat(variables)
                .contains("\"GREETING\": \"hello\"")
                .contains("\"AWS_LAMBDA_FUNCTION_NAME\": \"env\"")
                .contains("\"AWS_LAMBDA_FUNCTION_MEMORY_SIZE\": \"128\"")
                .contains("\"_HANDLER\": \"app.handler\"")
                .contains("\"AWS_REGION\": \"us-east-1\"")
                .contains("\"LAMBDA_TASK_ROOT\"")
                .contains("\"AWS_ENDPOINT_URL\"")
                .doesNotContain("\"USER\"", "\"JAVA_HOME\"", "\"MAVEN_CMD_LINE_ARGS\"");
    }

    @Test
    void whatAFunctionWritesOverItsCodeReachesNobodyElse() throws Exception {
        var version = function("vandal", """
            import os
            def handler(event, context):
                path = os.path.join(os.environ['LAMBDA_TASK_ROOT'], 'app.py')
                with open(path, 'w') as code: code.write('broken')
                return 'done'
            """);
        start(version);

        assertThat(answer(version, "{}")).isEqualTo("\"done\"");
        assertThat(Files.readString(code(version).resolve("app.py"))).contains("def handler");
    }

    @Test
    void anotherEnvironmentsRequestIdIsRefused() throws Exception {
        var version = function("cross", """
            import os, urllib.request, urllib.error
            def handler(event, context):
                url = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + '/2018-06-01/runtime/invocation/'
                request = urllib.request.Request(url + event['id'] + '/response', data=b'"forged"', method='POST')
                try:
                    return urllib.request.urlopen(request).status
                except urllib.error.HTTPError as error:
                    return error.code
            """);
        start(version);

        assertThat(answer(version, "{\"id\": \"" + UUID.randomUUID() + "\"}")).isEqualTo("400");
    }

    @Test
    void aFunctionOverItsMemoryIsKilled() throws Exception {
        var version = function(
                "greedy",
                "def handler(event, context):\n  hoard = []\n  while True: hoard.append(bytearray(1 << 20))",
                Duration.ofSeconds(30),
                128);
        start(version);

        assertThat(answer(version, "{}")).contains("Runtime.ExitError", "signal: killed");
    }

    @Test
    void whenItIsClosedNothingIsLeftNotEvenADetachedChild() throws Exception {
        var version = function("daemon", """
            import subprocess
            def handler(event, context):
                print(subprocess.Popen(['sleep', '600'], start_new_session=True).pid, flush=True)
                return None
            """);
        start(version);
        long child = childIn(run(sandbox, version, "{}"));
        assertThat(isRunning(child)).isTrue();

        sandbox.close();
        gone.get(30, TimeUnit.SECONDS);

        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(processesOf(version)).isEmpty();
        try (var folders = Files.list(data.resolve("environments"))) {
            assertThat(folders.filter(Files::isDirectory).filter(folder -> !folder.endsWith("node_modules")))
                    .isEmpty();
        }
    }

    @Test
    void whatAFunctionPrintsStandsBetweenTheLinesOfThePlatform() throws Exception {
        var version = function("print", "def handler(event, context): print('hello log')");
        start(version);

        String log = new String(run(sandbox, version, "{}").logTail(), UTF_8);

        assertThat(log)
                .containsPattern("(?s)START RequestId: \\S+ Version: \\$LATEST\nhello log\nEND RequestId: \\S+\n"
                        + "REPORT RequestId: \\S+\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: [1-9]\\d* MB\tInit Duration: [\\d.]+ ms\t\n");
        String second = new String(run(sandbox, version, "{}").logTail(), UTF_8);
        assertThat(second).doesNotContain("Init Duration");
    }
}
