package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minifaas.invocation.runtime.FakeRuntimeApi.Answer;
import minifaas.testing.Machine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonRuntimeTest {
    @TempDir
    Path taskRoot;

    @TempDir
    Path sdk;

    @BeforeEach
    void findPython() {
        Machine.needs("python3");
    }

    private RunningRuntime start(String handler) throws Exception {
        var command = List.of("python3", RuntimeLoops.file("python.py"), sdk.toString());
        return new RunningRuntime(command, taskRoot, handler);
    }

    /** Without the machine's own packages, since it may have a boto3. */
    private RunningRuntime startBare(String handler) throws Exception {
        var command = List.of("python3", "-S", RuntimeLoops.file("python.py"), sdk.toString());
        return new RunningRuntime(command, taskRoot, handler);
    }

    private void write(String file, String... lines) throws Exception {
        Files.createDirectories(taskRoot.resolve(file).getParent());
        Files.writeString(taskRoot.resolve(file), String.join("\n", lines) + "\n");
    }

    private Answer initErrorOf(String handler) throws Exception {
        try (var runtime = start(handler)) {
            Answer error = runtime.initError();
            assertThat(runtime.exitStatus()).isEqualTo(1);
            return error;
        }
    }

    @Test
    void aHandlerAnswersWhatItReturns() throws Exception {
        write("app.py", "def handler(event, context):", "    return {'hello': event['name']}");
        try (var runtime = start("app.handler")) {
            assertThat(runtime.respond("{\"name\":\"Zoë\"}")).isEqualTo("{\"hello\": \"Zo\\u00eb\"}");
        }
    }

    @Test
    void modulesMayLieInPackages() throws Exception {
        write("pkg/mod.py", "def handler(event, context):", "    return __name__");
        for (String handler : List.of("pkg/mod.handler", "pkg.mod.handler")) {
            try (var runtime = start(handler)) {
                assertThat(runtime.respond("{}")).isEqualTo("\"pkg.mod\"");
            }
        }
    }

    @Test
    void theContextDescribesTheInvocation() throws Exception {
        write(
                "app.py",
                "import os",
                "def handler(event, c):",
                "    return [c.function_name, c.function_version, c.memory_limit_in_mb, c.aws_request_id,",
                "            c.invoked_function_arn, c.log_group_name, c.log_stream_name, c.client_context.custom,",
                "            c.client_context.client.app_title, c.identity.cognito_identity_id,",
                "            c.get_remaining_time_in_millis() > 20000, os.environ.get('_X_AMZN_TRACE_ID')]");
        try (var runtime = start("app.handler")) {
            assertThat(runtime.respond(
                            "{}",
                            "Lambda-Runtime-Client-Context: {\"custom\":{\"k\":1},\"client\":{\"app_title\":\"t\"}}",
                            "Lambda-Runtime-Trace-Id: Root=1"))
                    .isEqualTo("[\"greeter\", \"$LATEST\", \"128\", \"request-1\","
                            + " \"arn:aws:lambda:us-east-1:000000000000:function:f\", \"/aws/lambda/greeter\", \"stream\","
                            + " {\"k\": 1}, \"t\", null, true, \"Root=1\"]");
        }
    }

    @Test
    void globalStateSurvivesAndAnErrorDoesNotEndTheRuntime() throws Exception {
        write(
                "app.py",
                "calls = 0",
                "def handler(fail, context):",
                "    global calls",
                "    calls += 1",
                "    if fail: raise ValueError('no')",
                "    return calls");
        try (var runtime = start("app.handler")) {
            assertThat(runtime.respond("false")).isEqualTo("1");
            Answer error = runtime.fail("true");
            assertThat(error.errorType()).isEqualTo("ValueError");
            assertThat(error.body())
                    .startsWith(
                            "{\"errorMessage\": \"no\", \"errorType\": \"ValueError\", \"requestId\": \"request-2\","
                                    + " \"stackTrace\": [\"  File \\\"" + taskRoot.resolve("app.py")
                                    + "\\\", line 5, in handler")
                    .doesNotContain("python.py");
            assertThat(runtime.respond("false")).isEqualTo("3");
            assertThat(runtime.log()).contains("[ERROR] ValueError: no\nTraceback (most recent call last):\n");
        }
    }

    @Test
    void aResultWithoutJsonIsAMarshalError() throws Exception {
        write("app.py", "def handler(event, context):", "    return {1, 2}");
        try (var runtime = start("app.handler")) {
            Answer error = runtime.fail("{}");
            assertThat(error.errorType()).isEqualTo("Runtime.MarshalError");
            assertThat(error.body())
                    .contains("Unable to marshal response: Object of type set is not JSON serializable");
        }
    }

    @Test
    void decimalsAreNumbers() throws Exception {
        write("app.py", "import decimal", "def handler(event, context):", "    return decimal.Decimal('1.5')");
        try (var runtime = start("app.handler")) {
            assertThat(runtime.respond("{}")).isEqualTo("1.5");
        }
    }

    @Test
    void exitingEndsTheProcess() throws Exception {
        write("app.py", "import sys", "def handler(event, context):", "    sys.exit(3)");
        try (var runtime = start("app.handler")) {
            assertThat(runtime.exitStatusAfter("{}")).isEqualTo(3);
        }
    }

    @Test
    void whatPreventsTheStartIsNamed() throws Exception {
        Answer missing = initErrorOf("app.handler");
        assertThat(missing.errorType()).isEqualTo("Runtime.ImportModuleError");
        assertThat(missing.body()).contains("Unable to import module 'app': No module named 'app'");
        write("app.py", "x = 1");
        assertThat(initErrorOf("app.handler").body())
                .contains("\"Handler 'handler' missing on module 'app'\"", "\"Runtime.HandlerNotFound\"");
        write("app.py", "def handler(:");
        assertThat(initErrorOf("app.handler").errorType()).isEqualTo("Runtime.UserCodeSyntaxError");
        write("app.py", "raise KeyError('at import')");
        assertThat(initErrorOf("app.handler").errorType()).isEqualTo("KeyError");
        assertThat(initErrorOf("handler").errorType()).isEqualTo("Runtime.MalformedHandlerName");
    }

    @Test
    void aMissingBoto3SaysHowToGetIt() throws Exception {
        write("app.py", "import boto3");
        try (var runtime = startBare("app.handler")) {
            assertThat(runtime.initError().body())
                    .contains("No module named 'boto3'", "pip install --target " + sdk.resolve("python") + " boto3");
        }
    }

    @Test
    void boto3IsTakenFromTheSdkFolder() throws Exception {
        Files.createDirectories(sdk.resolve("python"));
        Files.writeString(sdk.resolve("python/boto3.py"), "version = 'fake'\n");
        write("app.py", "import boto3", "def handler(event, context):", "    return boto3.version");
        try (var runtime = startBare("app.handler")) {
            assertThat(runtime.respond("{}")).isEqualTo("\"fake\"");
        }
    }

    @Test
    void printedLinesAndLoggedMessagesReachTheLog() throws Exception {
        write(
                "app.py",
                "import logging",
                "logger = logging.getLogger()",
                "logger.setLevel('INFO')",
                "def handler(event, context):",
                "    print('printed')",
                "    logger.info('logged %d', 7)");
        try (var runtime = start("app.handler")) {
            runtime.respond("{}");
            assertThat(runtime.log())
                    .startsWith("printed\n")
                    .containsPattern(
                            "\n\\[INFO]\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\trequest-1\tlogged 7\n");
        }
    }

    @Test
    void theRuntimeEndsWithItsServer() throws Exception {
        write(
                "app.py",
                "import threading",
                "threading.Thread(target=threading.Event().wait).start()",
                "def handler(event, context):",
                "    return 1");
        try (var runtime = start("app.handler")) {
            runtime.respond("{}");
            runtime.closeRuntimeApi();
            assertThat(runtime.exitStatus()).isZero();
        }
    }

    @Test
    void aLargeEventAndALargeResponsePass() throws Exception {
        write("app.py", "def handler(event, context):", "    return event");
        String large = "\"" + "e".repeat(4_000_000) + "\"";
        try (var runtime = start("app.handler")) {
            assertThat(runtime.respond(large).equals(large)).isTrue();
        }
    }
}
