package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Put, Get and DeleteFunctionConcurrency, as AWS was recorded to answer them. */
class ReservedConcurrencyTest extends EndToEnd {
    private static HttpResponse<byte[]> put(String function, String body) throws Exception {
        return send("PUT", "/2017-10-31/functions/" + function + "/concurrency", body.getBytes(UTF_8));
    }

    private static HttpResponse<byte[]> getConcurrency(String function) throws Exception {
        return get("/2019-09-30/functions/" + function + "/concurrency");
    }

    private static void answered(int status, String body, HttpResponse<byte[]> answer) {
        assertThat(answer.body()).asString(UTF_8).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static void putRefused(String function, int concurrency, int status, String type, String message) {
        refused(
                status,
                type,
                message,
                () -> lambda.putFunctionConcurrency(
                        request -> request.functionName(function).reservedConcurrentExecutions(concurrency)));
    }

    @Test
    void itIsPutReadAndDeleted() throws Exception {
        createAny("lifecycle");

        answered(200, "{}", getConcurrency("lifecycle"));
        answered(200, "{\"ReservedConcurrentExecutions\":0}", put("lifecycle", "{\"ReservedConcurrentExecutions\":0}"));
        answered(200, "{\"ReservedConcurrentExecutions\":1}", put("lifecycle", "{\"ReservedConcurrentExecutions\":1}"));
        answered(200, "{\"ReservedConcurrentExecutions\":1}", getConcurrency("lifecycle"));
        answered(204, "", send("DELETE", "/2017-10-31/functions/lifecycle/concurrency", new byte[0]));
        answered(200, "{}", getConcurrency("lifecycle"));
        answered(204, "", send("DELETE", "/2017-10-31/functions/lifecycle/concurrency", new byte[0]));
    }

    @Test
    void aFunctionAndItsAccountShowIt() {
        try (var client = platform.client("333333333333")) {
            client.createFunction(request -> anyFunction(request, "shown"));
            assertThat(client.getFunction(request -> request.functionName("shown"))
                            .concurrency())
                    .isNull();

            client.putFunctionConcurrency(
                    request -> request.functionName("shown").reservedConcurrentExecutions(250));

            assertThat(client.getFunction(request -> request.functionName("shown"))
                            .concurrency()
                            .reservedConcurrentExecutions())
                    .isEqualTo(250);
            var limit = client.getAccountSettings().accountLimit();
            assertThat(limit.concurrentExecutions()).isEqualTo(1000);
            assertThat(limit.unreservedConcurrentExecutions()).isEqualTo(750);
            assertThat(lambda.getAccountSettings().accountLimit().unreservedConcurrentExecutions())
                    .as("another account")
                    .isGreaterThan(750);

            client.deleteFunction(request -> request.functionName("shown"));
            assertThat(client.getAccountSettings().accountLimit().unreservedConcurrentExecutions())
                    .isEqualTo(1000);
        }
    }

    @Test
    void aFunctionMustBeThere() {
        String missing = "Function not found: " + ARN + "doesnotexist";
        for (int concurrency : new int[] {0, 1, 1001})
            putRefused("doesnotexist", concurrency, 404, "ResourceNotFoundException", missing + ":$LATEST");
        refused(
                404,
                "ResourceNotFoundException",
                missing,
                () -> lambda.getFunctionConcurrency(request -> request.functionName("doesnotexist")));
        refused(
                404,
                "ResourceNotFoundException",
                missing,
                () -> lambda.deleteFunctionConcurrency(request -> request.functionName("doesnotexist")));
        try (var elsewhere = platform.client("test", Region.EU_WEST_1)) {
            refused(
                    404,
                    "ResourceNotFoundException",
                    "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
                    () -> elsewhere.getFunctionConcurrency(request -> request.functionName(ARN + "f")));
        }
    }

    @Test
    void versionsAndAliasesHaveNone() {
        createAny("whole");
        for (String qualified : new String[] {"whole:$LATEST", ARN + "whole:$LATEST", "whole:PROD"})
            putRefused(
                    qualified,
                    1,
                    400,
                    "InvalidParameterValueException",
                    "This operation is permitted on Lambda functions only. Aliases and versions do not support this"
                            + " operation. Please specify either a function name or an unqualified function ARN.");
    }

    @Test
    @Tag("F29")
    void aHundredMustStayUnreserved() {
        createAny("greedy");
        String message = "Specified ReservedConcurrentExecutions for function decreases account's"
                + " UnreservedConcurrentExecution below its minimum value of [100].";
        for (int concurrency : new int[] {901, 1000, 1001, Integer.MAX_VALUE})
            putRefused("greedy", concurrency, 400, "InvalidParameterValueException", message);
        lambda.putFunctionConcurrency(request -> request.functionName("greedy").reservedConcurrentExecutions(800));
        lambda.deleteFunctionConcurrency(request -> request.functionName("greedy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ReservedConcurrentExecutions":-1}   | ValidationException    | Value '-1' at 'reservedConcurrentExecutions' failed to satisfy constraint: Member must have value greater than or equal to 0
            {"ReservedConcurrentExecutions":null} | ValidationException    | Value null at 'reservedConcurrentExecutions' failed to satisfy constraint: Member must not be null
            {}                                    | ValidationException    | Value null at 'reservedConcurrentExecutions' failed to satisfy constraint: Member must not be null
            {"ReservedConcurrentExecutions":"1"}  | SerializationException | STRING_VALUE can not be converted to an Integer
            {"ReservedConcurrentExecutions":1.5}  | SerializationException | NUMBER_VALUE can not be converted to an Integer
            {"ReservedConcurrentExecutions":[]}   | SerializationException | Start of list found where not expected
            """)
    void whatIsNoNumberFromZeroUpIsRefused(String body, String type, String message) throws Exception {
        createAny("strict");
        try {
            var answer = put("strict", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue(type);
            assertThat(answer.body()).asString(UTF_8).contains(message);
            answered(200, "{}", getConcurrency("strict"));
        } finally {
            lambda.deleteFunction(request -> request.functionName("strict"));
        }
    }

    @Test
    @Tag("F29")
    void zeroStopsAFunctionAndTheCallerIsToldWhy() throws Exception {
        createAny("stopped");
        lambda.putFunctionConcurrency(request -> request.functionName("stopped").reservedConcurrentExecutions(0));

        var answer = send("POST", F + "/stopped/invocations", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("TooManyRequestsException");
        assertThat(json(answer.body()))
                .isEqualTo(Map.of(
                        "Type", "User",
                        "Reason", "ReservedFunctionConcurrentInvocationLimitExceeded",
                        "message", "Rate Exceeded."));
        var refusal = catchThrowableOfType(TooManyRequestsException.class, () -> platform.invoke("stopped", "{}"));
        assertThat(refusal.reasonAsString()).isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
        assertThat(lambda.invoke(request -> request.functionName("stopped").invocationType("DryRun"))
                        .statusCode())
                .as("a dry run runs nothing")
                .isEqualTo(204);
    }

    @Test
    void itSurvivesARestart(@TempDir Path own) throws Exception {
        try (var first = Platform.start(own)) {
            first.lambda().createFunction(request -> anyFunction(request, "kept"));
            first.lambda()
                    .putFunctionConcurrency(
                            request -> request.functionName("kept").reservedConcurrentExecutions(5));
        }
        try (var second = Platform.start(own)) {
            assertThat(second.lambda()
                            .getFunctionConcurrency(request -> request.functionName("kept"))
                            .reservedConcurrentExecutions())
                    .isEqualTo(5);
            assertThat(second.lambda().getAccountSettings().accountLimit().unreservedConcurrentExecutions())
                    .isEqualTo(995);
        }
    }
}
