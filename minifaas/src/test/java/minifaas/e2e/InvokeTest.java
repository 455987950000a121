package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.testing.Platform.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import minifaas.testing.Machine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LogType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvokeTest extends EndToEnd {
    private static final String CODE = """
            import os

            def echo(event, context):
                return event

            def touch(event, context):
                open(event, 'w').close()

            def custom(event, context):
                sent = context.client_context
                return {'custom': sent.custom, 'env': sent.env, 'title': sent.client.app_title}

            def fail(event, context):
                raise ValueError('no ' + event)

            def talk(event, context):
                for i in range(event):
                    print('line %05d' % i)

            def leave(event, context):
                os._exit(7)

            def ids(event, context):
                return [context.aws_request_id, os.environ['_X_AMZN_TRACE_ID']]
            """;

    @BeforeAll
    void createFunctions() {
        Machine.needs("python3", "python");
        for (String handler : new String[] {"echo", "touch", "custom", "fail", "talk", "leave", "ids"})
            platform.create(handler, "python3.11", "app." + handler, Map.of("app.py", CODE));
    }

    @Test
    void anAnswerSaysWhichVersionRanUnderWhichId() throws Exception {
        var answer = send("POST", F + "/echo/invocations", "{\"n\":1}".getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).asString().isEqualTo("{\"n\": 1}");
        assertThat(answer.headers().firstValue("X-Amz-Executed-Version")).hasValue("$LATEST");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
        assertThat(answer.headers().firstValue("X-Amz-Log-Result")).isEmpty();
        assertThat(answer.headers().firstValue("x-amzn-RequestId").orElseThrow())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void neitherABodyNorAContentTypeIsNeeded() throws Exception {
        var answer = send("POST", F + "/echo/invocations", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).asString().isEqualTo("{}");
    }

    @Test
    void theFunctionSeesTheRequestIdAndTheTraceOfTheCall() throws Exception {
        var answer = send(
                "POST", F + "/ids/invocations", new byte[0], "X-Amzn-Trace-Id", "Root=1-5e1b4151-5ac6c58f;Sampled=1");
        String id = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
        assertThat(answer.body()).asString().isEqualTo("[\"" + id + "\", \"Root=1-5e1b4151-5ac6c58f;Sampled=1\"]");
    }

    @Test
    @Tag("F20")
    void aDryRunRunsNothing() {
        var mark = data.resolve("dry-run");
        var answer = lambda.invoke(request -> request.functionName("touch")
                .invocationType(InvocationType.DRY_RUN)
                .payload(bytes('"' + mark.toString() + '"')));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.executedVersion()).isEqualTo("$LATEST");
        assertThat(answer.payload().asByteArray()).isEmpty();

        platform.answer("touch", '"' + data.resolve("wet-run").toString() + '"');
        assertThat(Files.exists(data.resolve("wet-run"))).isTrue();
        assertThat(Files.exists(mark)).isFalse();
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "none:$LATEST",
                () -> lambda.invoke(request -> request.functionName("none").invocationType(InvocationType.DRY_RUN)));
    }

    @Test
    @Tag("F20")
    void anEventIsAcceptedAndRunsLater() throws Exception {
        Path mark = data.resolve("event-run");
        var answer = lambda.invoke(request -> request.functionName("touch")
                .invocationType(InvocationType.EVENT)
                .payload(bytes('"' + mark.toString() + '"')));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.payload().asByteArray()).isEmpty();
        await().until(() -> Files.exists(mark));
        refused(
                400,
                "ValidationException",
                "Value 'Later' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set:"
                        + " [Event, RequestResponse, DryRun]",
                () -> lambda.invoke(request -> request.functionName("echo").invocationType("Later")));
    }

    @Test
    void theClientContextReachesTheFunction() {
        String context = "{\"client\":{\"app_title\":\"ü\"},\"custom\":{\"a\":\"b\"},\"env\":{\"locale\":\"de\"}}";
        var answer = lambda.invoke(request -> request.functionName("custom")
                .clientContext(Base64.getEncoder().encodeToString(context.getBytes(UTF_8))));
        assertThat(answer.payload().asUtf8String())
                .isEqualTo("{\"custom\": {\"a\": \"b\"}, \"env\": {\"locale\": \"de\"}, \"title\": \"\\u00fc\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64!", "bm8gSlNPTg=="})
    void aClientContextThatIsNoneIsRefused(String context) {
        refused(
                400,
                "InvalidRequestContentException",
                "Client context",
                () -> lambda.invoke(request -> request.functionName("custom").clientContext(context)));
    }

    @Test
    void aClientContextHas3583BytesAtMost() {
        String json = "{\"custom\":\"" + "x".repeat(2700) + "\"}";
        String tooLong = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
        assertThat(tooLong).hasSizeGreaterThan(3583);
        refused(
                400,
                "InvalidRequestContentException",
                "3583",
                () -> lambda.invoke(request -> request.functionName("custom").clientContext(tooLong)));
    }

    @Test
    void theTailOfTheLogComesWhenItIsAskedFor() {
        String log = log(platform.invoke("talk", "2"));
        assertThat(log)
                .matches("(?s)START RequestId: [0-9a-f-]{36} Version: \\$LATEST\nline 00000\nline 00001\n"
                        + "END RequestId: [0-9a-f-]{36}\nREPORT RequestId: [0-9a-f-]{36}\tDuration: [0-9.]+ ms\tBilled"
                        + " Duration: [0-9]+ ms\tMemory Size: 128 MB\tMax Memory Used: [0-9]+ MB\t.*\n");

        assertThat(lambda.invoke(request ->
                                request.functionName("talk").payload(bytes("2")).logType(LogType.NONE))
                        .logResult())
                .isNull();
    }

    @Test
    void ofALongLogTheLast4KbCome() {
        String log = log(platform.invoke("talk", "1000"));
        assertThat(log.getBytes(UTF_8)).hasSize(4096);
        assertThat(log).contains("line 00999\nEND ").doesNotContain("START");
    }

    @Test
    @Tag("F22")
    void onlyAColdStartReportsItsInitDuration() {
        platform.create("cold", "python3.11", "app.talk", Map.of("app.py", CODE));
        assertThat(log(platform.invoke("cold", "1"))).containsPattern("Init Duration: [0-9.]+ ms\t\n");
        assertThat(log(platform.invoke("cold", "1"))).doesNotContain("Init Duration");
    }

    @Test
    void anErrorOfTheFunctionIsASuccessOfTheService() throws Exception {
        var answer = platform.invoke("fail", "\"luck\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        assertThat(answer.executedVersion()).isEqualTo("$LATEST");
        assertThat(json(answer.payload().asUtf8String()))
                .containsEntry("errorMessage", "no luck")
                .containsEntry("errorType", "ValueError")
                .containsKeys("requestId", "stackTrace");
        assertThat(log(answer)).contains("[ERROR] ValueError: no luck");
    }

    @Test
    void aCrashIsAnErrorOfTheFunctionToo() throws Exception {
        var answer = platform.invoke("leave", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        Map<String, Object> payload = json(answer.payload().asUtf8String());
        assertThat(payload)
                .containsEntry("errorType", "Runtime.ExitError")
                .containsOnlyKeys("errorType", "errorMessage");
        assertThat((String) payload.get("errorMessage"))
                .matches("RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{", "{} {}", "{'a':1}"})
    void aPayloadThatIsNotJsonIsRefused(String payload) {
        refused(
                400,
                "InvalidRequestContentException",
                "Could not parse request body into json: ",
                () -> lambda.invoke(request -> request.functionName("echo").payload(bytes(payload))));
    }

    @Test
    void sixMegabytesPassBothWaysAndMoreIsRefused() {
        String most = '"' + "x".repeat(6_291_456 - 2) + '"';
        assertThat(platform.answer("echo", most)).isEqualTo(most);
        refused(
                413,
                "RequestTooLargeException",
                "Request must be smaller than 6291456 bytes for the InvokeFunction operation",
                () -> lambda.invoke(request -> request.functionName("echo").payload(bytes(most + " "))));
    }
}
