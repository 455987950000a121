package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import minifaas.testing.JavaClasses;
import minifaas.testing.Machine;
import minifaas.testing.UnixZip;
import org.junit.jupiter.api.Test;

/** Runtimes that come with the function: a shell script with curl, and AWS's own clients of the Runtime API. */
class CustomRuntimesTest extends EndToEnd {
    /** The loop of AWS's tutorial "Building a custom runtime", in its steps: source the handler, then for ever
     *  take an event, call the handler, send its answer. */
    private static final String SHELL = """
            #!/bin/sh
            set -euo pipefail
            file=${_HANDLER%%.*}
            function=${_HANDLER#*.}
            api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime
            source "$LAMBDA_TASK_ROOT/$file.sh"

            while true; do
              headers=$(mktemp)
              event=$(curl -sS -L -D "$headers" "$api/invocation/next")
              id=$(grep -Fi Lambda-Runtime-Aws-Request-Id "$headers" | tr -d '[:space:]' | cut -d: -f2)
              answer=$($function "$event" "$headers")
              curl -sS -X POST "$api/invocation/$id/response" -d "$answer"
            done
            """;

    private static void needShell() {
        Machine.needs("curl");
        Machine.require(Files.isExecutable(Path.of("/bin/bash")), "not run: there is no /bin/bash");
    }

    private static void createShell(String name, String handler) {
        needShell();
        byte[] zip = new UnixZip()
                .executable("bootstrap", SHELL)
                .file("function.sh", handler)
                .bytes();
        platform.create(name, "provided.al2023", "function.handler", zip, request -> request.timeout(20));
    }

    @Test
    void aShellScriptWithCurlIsARuntime() {
        createShell("shell", "handler() { echo \"you\" 1>&2; echo \"{\\\"echo\\\":$1}\"; }");
        assertThat(platform.answer("shell", "{\"n\":1}")).isEqualTo("{\"echo\":{\"n\":1}}");
        assertThat(platform.answer("shell", "[]")).isEqualTo("{\"echo\":[]}");
    }

    @Test
    void anEventComesWithAllItsHeaders() {
        createShell("headers", "handler() { echo \"\\\"$(cut -d: -f1 \"$2\" | tr 'A-Z\\r\\n' 'a-z  ')\\\"\"; }");
        var answer = lambda.invoke(request -> request.functionName("headers").clientContext("e30="));
        assertThat(answer.payload().asUtf8String().split(" +"))
                .contains(
                        "lambda-runtime-aws-request-id",
                        "lambda-runtime-deadline-ms",
                        "lambda-runtime-invoked-function-arn",
                        "lambda-runtime-trace-id",
                        "lambda-runtime-client-context",
                        "content-type");
    }

    @Test
    void theRuntimeApiAcceptsAndRefusesAsAwsDoes() throws Exception {
        String call = "call() { curl -s -o \"$TMPDIR/body\" -w '%{http_code} ' -X POST \"$api/$1\" -d \"$2\";"
                + " tr -d '\\n\"' < \"$TMPDIR/body\"; echo; }\n";
        createShell("refusals", call + """
                        handler() {
                          if [ "$1" = '"last"' ]; then cat "$TMPDIR/said" | sed 's/^/"/; s/$/"/'; return; fi
                          {
                            call invocation/00000000-0000-0000-0000-000000000000/response '{}'
                            call init/error '{}'
                            call invocation/$id/response '{}'
                            call invocation/$id/response '{}'
                          } | tr '\\n' ';' > "$TMPDIR/said"
                          echo late
                        }
                        """);
        assertThat(platform.answer("refusals", "\"first\"")).isEqualTo("{}");
        String said = platform.answer("refusals", "\"last\"");
        List<String> answers = Arrays.asList(said.replace("\"", "").split(";"));
        assertThat(answers.get(0)).startsWith("400 ").contains("errorType:InvalidRequestID");
        assertThat(answers.get(1)).startsWith("403 ").contains("errorType:InvalidStateTransition");
        assertThat(answers.get(2)).isEqualTo("202 {status:OK}");
        assertThat(answers.get(3)).matches("40[03] .*");
    }

    @Test
    void anErrorThatTheRuntimeReportsIsTheFunctionsError() throws Exception {
        createShell("reports", """
                handler() {
                  curl -sS -X POST "$api/invocation/$id/error" -H 'Lambda-Runtime-Function-Error-Type: Shop.Closed' \\
                    -d '{"errorType":"Shop.Closed","errorMessage":"come back tomorrow","stackTrace":[]}' > /dev/null
                }
                """);
        var failed = platform.invoke("reports", "{}");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed.payload().asUtf8String()))
                .containsEntry("errorType", "Shop.Closed")
                .containsEntry("errorMessage", "come back tomorrow");
    }

    @Test
    void anErrorOfTheInitialisationIsToldToTheCaller() throws Exception {
        needShell();
        byte[] zip = new UnixZip().executable("bootstrap", """
                        #!/bin/bash
                        curl -sS -X POST "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/init/error" \\
                          -H 'Lambda-Runtime-Function-Error-Type: Runtime.NoShelf' \\
                          -d '{"errorType":"Runtime.NoShelf","errorMessage":"there is no shelf"}'
                        exit 1
                        """).bytes();
        platform.create("no-init", "provided.al2", "any", zip, request -> request.timeout(20));
        assertThat(json(platform.invoke("no-init", "{}").payload().asUtf8String()))
                .containsEntry("errorType", "Runtime.NoShelf")
                .containsEntry("errorMessage", "there is no shelf");
    }

    @Test
    void aResponseOverSixMegabytesIsRefusedAndTheCallerIsTold() throws Exception {
        createShell("too-large", """
                handler() {
                  head -c 7000000 /dev/zero | tr '\\0' x > "$TMPDIR/large"
                  curl -s -o /dev/null -X POST "$api/invocation/$id/response" --data-binary "@$TMPDIR/large" \\
                    -H 'Expect:' -w '%{http_code}' >&2
                }
                """);
        var failed = platform.invoke("too-large", "{}");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed.payload().asUtf8String())).containsEntry("errorType", "Function.ResponseSizeTooLarge");
    }

    @Test
    void unixModesAndInnerLinksAreKept() {
        Machine.require(Files.isExecutable(Path.of("/bin/sh")), "not run: there is no /bin/sh");
        needShell();
        byte[] zip = new UnixZip()
                .executable("bin/loop", SHELL)
                .link("bootstrap", "bin/loop")
                .file("shelf/real.sh", "handler() { \"$LAMBDA_TASK_ROOT/bin/say\"; }")
                .link("function.sh", "shelf/real.sh")
                .executable(
                        "bin/say", "#!/bin/sh\nprintf '\"%s\"' \"$(readlink function.sh) $(stat -c %a bin/say) $PWD\"")
                .bytes();
        platform.create("links", "provided.al2023", "function.handler", zip, request -> request.timeout(20));
        assertThat(platform.answer("links", "{}")).matches("\"shelf/real.sh 755 .*/task\"");
    }

    @Test
    void withoutABootstrapTheCallerIsToldWhatIsMissing() throws Exception {
        platform.create(
                "none",
                "provided.al2023",
                "any",
                new UnixZip().file("readme", "").bytes(),
                request -> {});
        assertThat(json(platform.invoke("none", "{}").payload().asUtf8String()))
                .containsEntry("errorType", "Runtime.InvalidEntrypoint");
        platform.create(
                "mode",
                "provided.al2023",
                "any",
                new UnixZip().file("bootstrap", "#!/bin/sh").bytes(),
                request -> {});
        assertThat(platform.invoke("mode", "{}").payload().asUtf8String())
                .contains("Runtime.InvalidEntrypoint", "permission denied");
    }

    @Test
    void awsOwnClientForJavaRunsUnmodified() throws Exception {
        Machine.require(Files.isExecutable(Path.of("/bin/sh")), "not run: there is no /bin/sh");
        var classes = JavaClasses.compile("Hello.java", """
                import com.amazonaws.services.lambda.runtime.*;
                import java.util.Map;

                public class Hello implements RequestHandler<Map<String, String>, String> {
                    public String handleRequest(Map<String, String> event, Context context) {
                        if (event.containsKey("bad")) throw new IllegalStateException(event.get("bad"));
                        return "Hello " + event.get("name") + " from " + context.getFunctionName();
                    }
                }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var zip = classes.addTo(new UnixZip())
                .executable(
                        "bootstrap",
                        "#!/bin/sh\nexec " + java + " -XX:TieredStopAtLevel=1 -Xshare:auto -cp \".:lib/*\""
                                + " com.amazonaws.services.lambda.runtime.api.client.AWSLambda \"$_HANDLER\"\n");
        JavaClasses.addJars(
                zip,
                "aws-lambda-java-runtime-interface-client",
                "aws-lambda-java-core",
                "aws-lambda-java-serialization");
        platform.create(
                "java-client",
                "provided.al2023",
                "Hello::handleRequest",
                zip.bytes(),
                request -> request.memorySize(512).timeout(20));

        assertThat(platform.answer("java-client", "{\"name\":\"you\"}")).isEqualTo("\"Hello you from java-client\"");
        var failed = platform.invoke("java-client", "{\"bad\":\"luck\"}");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed.payload().asUtf8String()))
                .containsEntry("errorType", "java.lang.IllegalStateException")
                .containsEntry("errorMessage", "luck");
        assertThat(platform.answer("java-client", "{\"name\":\"again\"}")).contains("Hello again");
    }

    @Test
    void awsOwnClientForNodeRunsUnmodified() throws Exception {
        Machine.needs("node");
        String folder = System.getenv("MINIFAAS_NODE_RIC");
        Machine.require(
                folder != null, "not run: MINIFAAS_NODE_RIC names no folder in which npm installed aws-lambda-ric");
        byte[] zip = new UnixZip()
                .executable(
                        "bootstrap",
                        "#!/bin/sh\nexec node " + folder + "/node_modules/aws-lambda-ric/bin/index.mjs \"$_HANDLER\"\n")
                .file(
                        "index.js",
                        "exports.handler = async (event, context) => {"
                                + " if (event.bad) throw new TypeError(event.bad);"
                                + " return `Hello ${event.name} from ${context.functionName}`; };")
                .bytes();
        platform.create(
                "node-client",
                "provided.al2023",
                "index.handler",
                zip,
                request -> request.memorySize(512).timeout(20));

        assertThat(platform.answer("node-client", "{\"name\":\"you\"}")).isEqualTo("\"Hello you from node-client\"");
        var failed = platform.invoke("node-client", "{\"bad\":\"luck\"}");
        assertThat(json(failed.payload().asUtf8String()))
                .containsEntry("errorType", "TypeError")
                .containsEntry("errorMessage", "luck");
        assertThat(platform.answer("node-client", "{\"name\":\"again\"}")).contains("Hello again");
    }
}
