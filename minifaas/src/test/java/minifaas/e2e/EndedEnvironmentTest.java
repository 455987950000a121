package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import minifaas.kernel.Json;
import minifaas.testing.JavaClasses;
import minifaas.testing.LinuxProcesses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Outcomes that end an environment: AWS's payload, a line in the log, and nothing that is left over. */
class EndedEnvironmentTest extends EndToEnd {
    @BeforeAll
    static void onLinux() {
        LinuxProcesses.needed();
    }

    private static void create(String name, String code, int timeoutSeconds) {
        Machine.needs("python3", "python");
        byte[] zip = Platform.zip(Map.of("app.py", code, "is-" + name, ""));
        platform.create(name, "python3.11", "app.handler", zip, request -> request.timeout(timeoutSeconds));
    }

    private static String error(InvokeResponse response, String errorType) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.functionError()).isEqualTo("Unhandled");
        var payload = Json.read(response.payload().asByteArray());
        assertThat(payload.path("errorType").asText()).isEqualTo(errorType);
        return payload.path("errorMessage").asText();
    }

    /** AWS writes "RequestId: … Error: " before what the platform itself has to say. */
    private static void saysOfItself(InvokeResponse response, String errorType, String message) throws Exception {
        String log = Platform.log(response);
        String id = log.substring(log.indexOf("START RequestId: ") + 17).split(" ")[0];
        assertThat(error(response, errorType)).isEqualTo("RequestId: " + id + " Error: " + message);
    }

    private static void nothingIsLeft(String function) {
        await().untilAsserted(() ->
                assertThat(LinuxProcesses.ofFunction(data, function)).isEmpty());
        await().until(() -> foldersOf(function).isEmpty());
    }

    private static List<Path> foldersOf(String function) throws Exception {
        Predicate<Path> isIts = folder -> Files.exists(folder.resolve("task").resolve("is-" + function));
        try (var folders = Files.list(data.resolve("environments"))) {
            return folders.filter(isIts).toList();
        }
    }

    @Test
    @Tag("F19")
    void aFunctionThatOverrunsItsTimeIsEndedWithItsChildrenAndTheNextCallIsCold() throws Exception {
        create("slow", """
                import subprocess, time
                calls = 0
                def handler(event, context):
                    global calls
                    calls += 1
                    if not event: return calls
                    subprocess.Popen(['sleep', '600'])
                    subprocess.Popen(['sleep', '600'], start_new_session=True)
                    print('still working', flush=True)
                    time.sleep(600)
                """, 1);
        assertThat(platform.answer("slow", "0")).isEqualTo("1");

        InvokeResponse response = platform.invoke("slow", "1");

        saysOfItself(response, "Sandbox.Timedout", "Task timed out after 1.00 seconds");
        assertThat(Platform.log(response))
                .containsPattern("(?s)still working\n\\S+ Task timed out after 1.00 seconds\n\nEND RequestId: \\S+\n"
                        + "REPORT .*\tDuration: 1\\d\\d\\d\\.\\d\\d ms\t.*\tStatus: timeout\t\n$");
        nothingIsLeft("slow");
        assertThat(platform.answer("slow", "0")).as("a new environment").isEqualTo("1");
    }

    @Test
    void aFunctionThatExitsIsReportedWithItsStatus() throws Exception {
        create("exit", "import os\ndef handler(event, context): os._exit(event)", 30);

        InvokeResponse response = platform.invoke("exit", "7");

        saysOfItself(response, "Runtime.ExitError", "Runtime exited with error: exit status 7");
        assertThat(Platform.log(response))
                .containsPattern("(?s)RequestId: \\S+ Error: Runtime exited with error: exit status 7\n"
                        + "Runtime.ExitError\nEND .*\nREPORT .*Status: error\t\n$");
        nothingIsLeft("exit");
        saysOfItself(platform.invoke("exit", "0"), "Runtime.ExitError", "Runtime exited without providing a reason");
        nothingIsLeft("exit");
    }

    @Test
    void aFunctionThatCrashesIsReportedWithItsSignal() throws Exception {
        create("crash", "import os\ndef handler(event, context): os.kill(os.getpid(), event)", 30);

        saysOfItself(
                platform.invoke("crash", "11"),
                "Runtime.ExitError",
                "Runtime exited with error: signal: segmentation fault");
        saysOfItself(platform.invoke("crash", "9"), "Runtime.ExitError", "Runtime exited with error: signal: killed");
        nothingIsLeft("crash");
    }

    @Test
    void anEnvironmentThatDiesBetweenTwoCallsIsReplacedAndNobodyNotices() throws Exception {
        create("mortal", "import os\ndef handler(event, context): return os.getpid()", 30);
        long first = Long.parseLong(platform.answer("mortal", "{}"));

        LinuxProcesses.signal("KILL", first);
        await().until(() -> !LinuxProcesses.isRunning(first));

        assertThat(Long.parseLong(platform.answer("mortal", "{}"))).isNotEqualTo(first);
    }

    @Test
    void aFunctionOverItsMemoryIsKilledAndTheCallerToldSo() throws Exception {
        create("greedy", """
                def handler(event, context):
                    hoard = []
                    while True: hoard.append(b'x' * (1 << 20))
                """, 30);

        InvokeResponse response = platform.invoke("greedy", "{}");

        saysOfItself(response, "Runtime.ExitError", "Runtime exited with error: signal: killed");
        String used = Platform.log(response).replaceAll("(?s).*Max Memory Used: (\\d+) MB.*", "$1");
        assertThat(Integer.parseInt(used)).isGreaterThanOrEqualTo(128);
        nothingIsLeft("greedy");
    }

    @Test
    void aJavaFunctionThatRunsOutOfHeapReportsOutOfMemoryErrorAndItsEnvironmentIsGone() throws Exception {
        byte[] zip = JavaClasses.compile("Hoard.java", """
                import com.amazonaws.services.lambda.runtime.*;
                import java.util.*;
                public class Hoard implements RequestHandler<Integer, Object> {
                    static int calls;
                    public Object handleRequest(Integer event, Context context) {
                        calls++;
                        var hoard = new ArrayList<byte[]>();
                        while (event > 0) hoard.add(new byte[1 << 20]);
                        return calls;
                    }
                }
                """).jar();
        platform.create(
                "hoard",
                "java17",
                "Hoard",
                zip,
                request -> request.memorySize(256).timeout(30));
        assertThat(platform.answer("hoard", "0")).isEqualTo("1");

        InvokeResponse response = platform.invoke("hoard", "1");

        assertThat(error(response, "java.lang.OutOfMemoryError")).contains("Java heap space");
        assertThat(Platform.log(response)).contains("OutOfMemoryError");
        nothingIsLeft("hoard");
        assertThat(platform.answer("hoard", "0")).as("a new environment").isEqualTo("1");
    }

    @Test
    void aNodeFunctionThatRunsOutOfHeapEndsAndTheNextCallWorks() throws Exception {
        Machine.needs("node", "nodejs");
        byte[] zip = Platform.zip(Map.of("is-heap", "", "index.js", """
                exports.handler = async (event) => {
                  const hoard = [];
                  while (event) hoard.push(new Array(100000).fill({}));
                  return 'fine';
                };
                """));
        platform.create("heap", "nodejs20.x", "index.handler", zip, request -> request.timeout(30));

        InvokeResponse response = platform.invoke("heap", "1");

        assertThat(error(response, "Runtime.ExitError")).contains("Runtime exited with error: signal: ");
        nothingIsLeft("heap");
        assertThat(platform.answer("heap", "0")).isEqualTo("\"fine\"");
    }
}
