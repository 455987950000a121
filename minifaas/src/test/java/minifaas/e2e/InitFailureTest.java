package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import minifaas.kernel.Json;
import minifaas.testing.JavaClasses;
import minifaas.testing.LinuxProcesses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Functions that cannot initialise: the caller is told why, nothing is left, and the next call tries again. */
class InitFailureTest extends EndToEnd {
    @BeforeAll
    static void onLinux() {
        LinuxProcesses.needed();
    }

    /** Fails twice in the same way, since every call tries anew; answers what the caller gets. */
    private static JsonNode failsTwice(String function) throws Exception {
        platform.invoke(function, "{}");
        var response = platform.invoke(function, "{}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(Platform.log(response))
                .contains("START RequestId: ", "END RequestId: ", "REPORT RequestId: ", "Status: error\t");
        await().untilAsserted(() ->
                assertThat(LinuxProcesses.ofFunction(data, function)).isEmpty());
        return Json.read(response.payload().asByteArray());
    }

    private static void create(String name, String handler, String code) {
        Machine.needs("python3", "python");
        platform.create(name, "python3.11", handler, Map.of("app.py", code));
    }

    @Test
    void aModuleThatIsMissing() throws Exception {
        create("import", "app.handler", "import no_such_module\ndef handler(e, c): return 1");

        JsonNode error = failsTwice("import");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ImportModuleError");
        assertThat(error.path("errorMessage").asText())
                .isEqualTo("Unable to import module 'app': No module named 'no_such_module'");
    }

    @Test
    void aHandlerThatIsMissingInPython() throws Exception {
        create("absent", "app.handler", "def another(e, c): return 1");

        JsonNode error = failsTwice("absent");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.HandlerNotFound");
        assertThat(error.path("errorMessage").asText()).isEqualTo("Handler 'handler' missing on module 'app'");
    }

    @Test
    void aHandlerThatIsMissingInNode() throws Exception {
        Machine.needs("node", "nodejs");
        platform.create("absent-node", "nodejs20.x", "index.handler", Map.of("index.js", "exports.other = 1;"));

        JsonNode error = failsTwice("absent-node");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.HandlerNotFound");
        assertThat(error.path("errorMessage").asText()).isEqualTo("index.handler is undefined or not exported");
    }

    @Test
    void aClassThatIsMissingInJava() throws Exception {
        byte[] zip =
                JavaClasses.compile("Present.java", "public class Present {}").jar();
        platform.create("absent-java", "java17", "absent.Handler", zip, request -> request.memorySize(256));

        JsonNode error = failsTwice("absent-java");

        assertThat(error.path("errorMessage").asText()).contains("absent.Handler");
    }

    @Test
    void codeThatThrowsWhileItIsLoaded() throws Exception {
        create("thrower", "app.handler", "raise RuntimeError('no configuration')");

        JsonNode error = failsTwice("thrower");

        assertThat(error.path("errorType").asText()).isEqualTo("RuntimeError");
        assertThat(error.path("errorMessage").asText()).isEqualTo("no configuration");
    }

    @Test
    void aProcessThatExitsWhileItInitialises() throws Exception {
        create("quitter", "app.handler", "import os\nos._exit(42)");

        JsonNode error = failsTwice("quitter");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(Platform.log(platform.invoke("quitter", "{}")))
                .containsPattern(
                        "RequestId: \\S+ Error: Runtime exited with error: exit status \\d+\nRuntime.ExitError\n");
        assertThat(error.path("errorMessage").asText()).endsWith("Error: Runtime exited with error: exit status 42");
    }

    @Test
    void aFailureThatWasOnlyOnceIsOverAtTheNextCall() throws Exception {
        Path flag = data.resolve("was-here");
        create("recovers", "app.handler", """
                import os
                if not os.path.exists('%1$s'):
                    open('%1$s', 'w').close()
                    raise RuntimeError('not yet')
                def handler(event, context): return 'here I am'
                """.formatted(flag));

        assertThat(platform.invoke("recovers", "{}").functionError()).isEqualTo("Unhandled");
        assertThat(platform.answer("recovers", "{}")).isEqualTo("\"here I am\"");
    }

    @Test
    @Tag("long")
    void anInitialisationOver10Seconds() throws Exception {
        create("sleepy", "app.handler", "import time\ntime.sleep(600)");

        var response = platform.invoke("sleepy", "{}");

        JsonNode error = Json.read(response.payload().asByteArray());
        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(error.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
        assertThat(error.path("errorMessage").asText()).endsWith("Error: Task timed out after 10.00 seconds");
        await().untilAsserted(() ->
                assertThat(LinuxProcesses.ofFunction(data, "sleepy")).isEmpty());
    }
}
