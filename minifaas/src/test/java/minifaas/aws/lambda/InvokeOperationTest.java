package minifaas.aws.lambda;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.aws.TestServer;
import minifaas.aws.WithServer;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.kernel.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeOperationTest extends WithServer {
    private static final String INVOKE = "/2015-03-31/functions/f/invocations";
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";

    @BeforeEach
    void createFunction() {
        server.create("f");
    }

    @Test
    void theFunctionGetsThePayloadAndTheCallerItsAnswer() {
        var answer = server.post(INVOKE, "{\"name\":\"Anna\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"answer\":42}");
        assertThat(header(answer, "Content-Type")).hasValue("application/json");
        assertThat(header(answer, "X-Amz-Executed-Version")).hasValue("$LATEST");
        assertThat(header(answer, "X-Amz-Function-Error")).isEmpty();
        assertThat(header(answer, "X-Amz-Log-Result")).isEmpty();
        Invocation invocation = server.invocations.remove();
        assertThat(invocation.payload()).asString().isEqualTo("{\"name\":\"Anna\"}");
        assertThat(invocation.invokedArn()).isEqualTo(ARN);
        assertThat(header(answer, "x-amzn-RequestId")).hasValue(invocation.requestId());
        assertThat(invocation.traceId()).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0");
    }

    @Test
    void anEmptyBodyIsAnEmptyEvent() {
        server.send(server.request(INVOKE).POST(BodyPublishers.noBody()));
        assertThat(server.invocations.remove().payload()).asString().isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "f, " + ARN,
        "f%3A%24LATEST, " + ARN + ":$LATEST",
        "000000000000%3Afunction%3Af, " + ARN,
        "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af, " + ARN,
        "f/invocations?Qualifier=%24LATEST&x=, " + ARN + ":$LATEST"
    })
    void aFunctionIsAddressedInEveryForm(String form, String invokedArn) {
        String path = "/2015-03-31/functions/" + (form.contains("/") ? form : form + "/invocations");
        assertThat(server.post(path, "{}").statusCode()).isEqualTo(200);
        assertThat(server.invocations.remove().invokedArn()).isEqualTo(invokedArn);
    }

    @Test
    void aFunctionErrorIsStatus200WithAHeader() {
        var failed = new Outcome.FunctionError(TestServer.bytes("{\"errorType\":\"E\"}"), Outcome.Kind.REPORTED);
        server.function = invocation -> completedFuture(new Invoker.Result(failed, new byte[0]));
        var answer = server.post(INVOKE, "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "X-Amz-Function-Error")).hasValue("Unhandled");
        assertThat(answer.body()).isEqualTo("{\"errorType\":\"E\"}");
    }

    @Test
    void theTailOfTheLogComesInAHeaderWhenItIsAskedFor() {
        var answer = server.post(INVOKE, "{}", "X-Amz-Log-Type", "Tail");
        byte[] log =
                Base64.getDecoder().decode(header(answer, "X-Amz-Log-Result").orElseThrow());
        assertThat(new String(log, StandardCharsets.UTF_8)).isEqualTo("START\nEND\nREPORT\n");
    }

    @Test
    void aDryRunIsAccepted() {
        server.function = invocation -> completedFuture(new Invoker.Result(new Outcome.Accepted(), new byte[0]));
        var answer = server.post(INVOKE, "{}", "X-Amz-Invocation-Type", "DryRun");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(server.invocations.remove().type()).isEqualTo(Invocation.Type.DRY_RUN);
    }

    @Test
    void anEventIsAcceptedWithAnEmptyAnswer() {
        server.function = invocation -> completedFuture(new Invoker.Result(new Outcome.Accepted(), new byte[0]));
        var answer = server.post(INVOKE, "{\"n\":1}", "X-Amz-Invocation-Type", "Event", "X-Amz-Log-Type", "Tail");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "X-Amz-Log-Result")).isEmpty();
        Invocation invocation = server.invocations.remove();
        assertThat(invocation.type()).isEqualTo(Invocation.Type.EVENT);
        assertThat(header(answer, "x-amzn-RequestId")).hasValue(invocation.requestId());
    }

    @Test
    void theOldWayToSendAnEventAnswersItsStatus() {
        server.function = invocation -> completedFuture(new Invoker.Result(new Outcome.Accepted(), new byte[0]));
        var answer = server.post("/2014-11-13/functions/f/invoke-async/", "{}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"Status\":202}");
        assertThat(server.invocations.remove().type()).isEqualTo(Invocation.Type.EVENT);
    }

    @Test
    void anEventThatCannotBeStoredIsNotAccepted() {
        server.function = invocation -> failedFuture(new IllegalStateException("the disk is full"));
        var answer = server.post(INVOKE, "{}", "X-Amz-Invocation-Type", "Event");
        assertThat(error(answer)).isEqualTo("500 ServiceException");
    }

    @Test
    void whatTheDatabaseRefusesIsTold() throws IOException {
        try (var database = Database.open(folder.resolve("any.db"))) {
            server.function = invocation -> CompletableFuture.supplyAsync(
                    () -> new Invoker.Result(new Outcome.Accepted(), new byte[database.execute("no statement")]));
            HttpResponse<String> answer = server.post(INVOKE, "{}", "X-Amz-Invocation-Type", "Event");
            assertThat(error(answer)).isEqualTo("500 ServiceException");
            assertThat(answer.body()).contains("minifaas cannot use its data now: database: [SQLITE_ERROR]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {INVOKE, "/2014-11-13/functions/f/invoke-async"})
    void anEventOverOneMegabyteIsRefused(String path) {
        server.function = invocation -> completedFuture(new Invoker.Result(new Outcome.Accepted(), new byte[0]));
        String largest = '"' + "x".repeat(1_048_574) + '"';
        String tooLarge = largest + ' ';
        assertThat(server.post(path, largest, "X-Amz-Invocation-Type", "Event").statusCode())
                .isEqualTo(202);

        var answer = server.post(path, tooLarge, "X-Amz-Invocation-Type", "Event");

        assertThat(error(answer)).isEqualTo("413 RequestEntityTooLargeException");
        assertThat(answer.body())
                .contains("1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)");
        assertThat(server.invocations).hasSize(1);
    }

    @Test
    void anUnknownInvocationTypeIsAValidationError() {
        var answer = server.post(INVOKE, "{}", "X-Amz-Invocation-Type", "Maybe");
        assertThat(error(answer)).isEqualTo("400 ValidationException");
        assertThat(answer.body()).contains("Value 'Maybe' at 'invocationType' failed to satisfy constraint");
        assertThat(error(server.post(INVOKE, "{}", "X-Amz-Log-Type", "All"))).isEqualTo("400 ValidationException");
    }

    @Test
    void throttlingIsStatus429WithItsReason() {
        var throttled = new Outcome.Throttled("CallerRateLimitExceeded", "Rate Exceeded.");
        server.function = invocation -> completedFuture(new Invoker.Result(throttled, new byte[0]));
        var answer = server.post(INVOKE, "{}");
        assertThat(error(answer)).isEqualTo("429 TooManyRequestsException");
        assertThat(answer.body())
                .isEqualTo("{\"Type\":\"User\",\"Reason\":\"CallerRateLimitExceeded\",\"message\":\"Rate Exceeded.\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "RUNTIME, 502 InvalidRuntimeException",
        "CODE, 502 InvalidZipFileException",
        "PLATFORM, 500 ServiceException"
    })
    void withoutAnEnvironmentTheErrorSaysWhoseFaultItIs(Outcome.Why why, String expected) {
        var none = new Outcome.NoEnvironment(why, "there is none");
        server.function = invocation -> completedFuture(new Invoker.Result(none, new byte[0]));
        var answer = server.post(INVOKE, "{}");
        assertThat(error(answer)).isEqualTo(expected);
        assertThat(answer.body()).contains("\"Message\":", "there is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{", "{}}", "{} {}", "'{}'", " ", "{\"a\":}", "\u0000"})
    void aPayloadThatIsNotJsonIsRefused(String payload) {
        var answer = server.post(INVOKE, payload);
        assertThat(error(answer)).isEqualTo("400 InvalidRequestContentException");
        assertThat(answer.body())
                .startsWith("{\"Type\":\"User\",\"message\":\"Could not parse request body into json: Could not parse"
                        + " payload into json: ");
        assertThat(server.invocations).isEmpty();
    }

    @Test
    void thePayloadIsQuotedAsItArrived() {
        assertThat(server.post(INVOKE, "test data").body())
                .isEqualTo("{\"Type\":\"User\",\"message\":\"Could not parse request body into json: Could not parse"
                        + " payload into json: Unrecognized token 'test': was expecting (JSON String, Number, Array,"
                        + " Object or token 'null', 'true' or 'false')\\n at [Source: (byte[])\\\"test data\\\"; line: 1,"
                        + " column: 1]\"}");
        assertThat(server.post(INVOKE, "x".repeat(6_000_000)).body()).hasSizeLessThan(2_000);
    }

    @Test
    void deepJsonIsRefusedAndTheServerLives() {
        var answer = server.post(INVOKE, "[".repeat(3_000_000));
        assertThat(error(answer)).isEqualTo("400 InvalidRequestContentException");
        assertThat(server.post(INVOKE, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void sixMegabytesAreAcceptedAndOneByteMoreIsNot() {
        String largest = "\"" + "x".repeat(6_291_454) + "\"";
        assertThat(server.post(INVOKE, largest).statusCode()).isEqualTo(200);
        var answer = server.post(INVOKE, largest + " ");
        assertThat(error(answer)).isEqualTo("413 RequestTooLargeException");
        assertThat(answer.body())
                .contains("Request must be smaller than 6291456 bytes for the InvokeFunction operation");
    }

    @Test
    void aTooLargeBodyOfUnknownLengthIsRefusedAsWell() {
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[7_000_000]));
        assertThat(error(server.send(server.request(INVOKE).POST(chunked)))).isEqualTo("413 RequestTooLargeException");
    }

    @Test
    void theClientContextIsDecoded() {
        server.post(INVOKE, "{}", "X-Amz-Client-Context", base64("{\"custom\":{}}"));
        assertThat(server.invocations.remove().clientContext()).hasValue("{\"custom\":{}}");
    }

    @Test
    void aClientContextThatIsNoneIsRefused() {
        for (String context : new String[] {"***", base64("not json"), base64("\"" + "x".repeat(3_000) + "\"")})
            assertThat(error(server.post(INVOKE, "{}", "X-Amz-Client-Context", context)))
                    .isEqualTo("400 InvalidRequestContentException");
    }

    @Test
    void aMissingFunctionIsNamedWithItsQualifier() {
        var answer = server.post("/2015-03-31/functions/gone/invocations", "{}");
        assertThat(error(answer)).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.body())
                .contains("\"Message\":\"Function not found: arn:aws:lambda:us-east-1:000000000000:function:gone:"
                        + "$LATEST\"");
    }

    private static String error(HttpResponse<String> answer) {
        return answer.statusCode() + " " + header(answer, "x-amzn-ErrorType").orElse("");
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(TestServer.bytes(text));
    }
}
