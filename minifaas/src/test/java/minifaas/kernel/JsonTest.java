package minifaas.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", " [1, {\"a\": null}] ", "0", "\"text\"", "null"})
    void oneValueOfAnyKindIsADocument(String document) {
        assertThatCode(() -> Json.check(document.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,]", "nul", "'a'", "{\"a\": 1} x"})
    void whatBreaksTheGrammarIsRefusedWithItsPlace(String document) {
        assertThatThrownBy(() -> Json.check(document.getBytes(UTF_8))).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{} {}", "1 2"})
    void noValueAndMoreThanOneAreRefused(String document) {
        assertThatThrownBy(() -> Json.check(document.getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(JsonProcessingException.class);
    }

    @Test
    void depthIsRefusedAndCostsNoStack() {
        byte[] deep = "[".repeat(100_000).getBytes(UTF_8);
        assertThatThrownBy(() -> Json.check(deep)).isInstanceOf(JsonProcessingException.class);
    }
}
