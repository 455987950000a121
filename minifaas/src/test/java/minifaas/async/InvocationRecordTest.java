package minifaas.async;

import static minifaas.async.Events.NOON;
import static minifaas.async.Events.answer;
import static minifaas.async.Events.error;
import static minifaas.async.Events.failed;
import static minifaas.async.Events.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import minifaas.async.NextStep.Finish;
import minifaas.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationRecordTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST";

    @Test
    void aSuccessIsToldWithTheAnswer() {
        assertThat(InvocationRecord.of(succeeded("{\"n\":1}"), answer("[1,2]"), NOON))
                .asString()
                .isEqualTo("{\"version\":\"1.0\",\"timestamp\":\"2026-11-02T12:00:00.000Z\",\"requestContext\":"
                        + "{\"requestId\":\"8d5f0c2a\",\"functionArn\":\"" + FUNCTION + "\",\"condition\":\"Success\","
                        + "\"approximateInvokeCount\":1},\"requestPayload\":{\"n\":1},\"responseContext\":"
                        + "{\"statusCode\":200,\"executedVersion\":\"$LATEST\"},\"responsePayload\":[1,2]}");
    }

    @Test
    void aFailureIsToldWithTheError() {
        assertThat(InvocationRecord.of(failed("7"), error("{\"errorType\":\"E\"}"), NOON.plusMillis(45)))
                .asString()
                .isEqualTo("{\"version\":\"1.0\",\"timestamp\":\"2026-11-02T12:00:00.045Z\",\"requestContext\":"
                        + "{\"requestId\":\"8d5f0c2a\",\"functionArn\":\"" + FUNCTION
                        + "\",\"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":3},\"requestPayload\":7,"
                        + "\"responseContext\":{\"statusCode\":200,\"executedVersion\":\"3\",\"functionError\":"
                        + "\"Unhandled\"},\"responsePayload\":{\"errorType\":\"E\"}}");
    }

    @Test
    void whatDidNotRunHasNoResponse() {
        var stopped = new Finish(Events.event("{}"), Condition.ZERO_RESERVED_CONCURRENCY);
        assertThat(InvocationRecord.of(stopped, Optional.empty(), NOON))
                .asString()
                .endsWith("\"condition\":\"ZeroReservedConcurrency\",\"approximateInvokeCount\":0},"
                        + "\"requestPayload\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{\"a\":1} and more", "{\"a\":", "\"\\ud83d\"x", "\0"})
    void anAnswerThatIsNotJsonIsATextInTheRecord(String answer) throws IOException {
        byte[] record = InvocationRecord.of(succeeded("{}"), answer(answer), NOON);
        assertThat(Json.read(record).get("responsePayload").textValue()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890.123456789", "1e400", "{\"b\":1,\"a\":2,\"b\":3}", "\"é\"", " null "})
    void payloadsStandAsTheyCame(String payload) {
        assertThat(InvocationRecord.of(succeeded(payload), answer(payload), NOON))
                .asString()
                .contains("\"requestPayload\":" + payload + ",")
                .endsWith("\"responsePayload\":" + payload + "}");
    }
}
