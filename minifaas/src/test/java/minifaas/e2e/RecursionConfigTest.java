package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;

/** Put and GetFunctionRecursionConfig, as AWS was recorded to answer them. */
class RecursionConfigTest extends EndToEnd {
    private static HttpResponse<byte[]> put(String function, String body) throws Exception {
        return send("PUT", "/2024-08-31/functions/" + function + "/recursion-config", body.getBytes(UTF_8));
    }

    private static RecursiveLoop loopOf(String function) {
        return lambda.getFunctionRecursionConfig(request -> request.functionName(function))
                .recursiveLoop();
    }

    @Test
    void itIsPutAndRead() throws Exception {
        createAny("looping");
        assertThat(loopOf("looping")).isEqualTo(RecursiveLoop.TERMINATE);

        HttpResponse<byte[]> answer = put("looping", "{\"RecursiveLoop\":\"Allow\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("{\"RecursiveLoop\":\"Allow\"}");
        assertThat(loopOf("looping")).isEqualTo(RecursiveLoop.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"RecursiveLoop\":\"InvalidValue\"} | Value 'InvalidValue' at 'recursiveLoop' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [Terminate, Allow]",
                "{} | Value null at 'recursiveLoop' failed to satisfy constraint: Member must not be null"
            })
    void anotherWordIsRefused(String body, String message) throws Exception {
        HttpResponse<byte[]> answer = put("any", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("ValidationException");
        assertThat(json(answer.body())).containsEntry("message", "1 validation error detected: " + message);
    }

    @Test
    void theFunctionMustBeThere() {
        refused(404, "ResourceNotFoundException", "Function not found: " + ARN + "nowhere", () -> loopOf("nowhere"));
    }

    @Test
    void aVersionHasNone() {
        createAny("versioned");
        refused(
                400,
                "InvalidParameterValueException",
                "This operation is permitted on Lambda functions only.",
                () -> loopOf("versioned:1"));
    }
}
