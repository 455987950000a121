package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.async.Events.error;
import static minifaas.async.Events.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import minifaas.async.NextStep.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
    @Test
    void aFunctionErrorIsToldWithItsMessage() {
        var payload = "{\"errorType\":\"ValueError\",\"errorMessage\":\"no 7\"}";
        assertThat(DeadLetter.attributes(failed("7"), error(payload)))
                .isEqualTo(Map.of("RequestID", "8d5f0c2a", "ErrorCode", "200", "ErrorMessage", "no 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oops", "{\"errorType\":\"E\"}", "[]", "{\"errorMessage\":7}"})
    void anErrorWithoutAMessageIsTheMessage(String payload) {
        assertThat(DeadLetter.attributes(failed("7"), error(payload))).containsEntry("ErrorMessage", payload);
    }

    @ParameterizedTest
    @CsvSource({
        "ZERO_RESERVED_CONCURRENCY, 429, ZeroReservedConcurrency",
        "EVENT_AGE_EXCEEDED, 429, EventAgeExceeded",
        "RECURSIVE_INVOCATION, 400, RecursiveInvocationException"
    })
    void whatDidNotRunIsToldWithTheCondition(Condition condition, String code, String message) {
        assertThat(DeadLetter.attributes(new Finish(Events.event("1"), condition), Optional.empty()))
                .containsEntry("ErrorCode", code)
                .containsEntry("ErrorMessage", message);
    }

    @Test
    void halfACharacterDoesNotCutAMessage() {
        String half = "\\" + "ud800";
        assertThat(DeadLetter.attributes(failed("7"), error("{\"errorMessage\":\"a" + half + "b\"}")))
                .containsEntry("ErrorMessage", "a?b");
    }

    @Test
    void aLongMessageIsCutAfterOneKibibyteButNotWithinACharacter() {
        String message = "a" + "é".repeat(2000);
        String told = DeadLetter.attributes(failed("7"), error("{\"errorMessage\":\"" + message + "\"}"))
                .get("ErrorMessage");
        assertThat(told).isEqualTo("a" + "é".repeat(511));
        assertThat(told.getBytes(UTF_8)).hasSize(1023);
    }
}
