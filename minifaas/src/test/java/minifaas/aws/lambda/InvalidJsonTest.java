package minifaas.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.HexFormat;
import minifaas.aws.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidJsonTest {
    private static void refused(byte[] payload) {
        assertThatThrownBy(() -> InvalidJson.check(payload))
                .isInstanceOf(AwsError.class)
                .hasMessageStartingWith("Could not parse request body into json: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "0", "{\"ü\":\"日\"}", "\"\uD83D\uDE00\"", " [] ", "\"\\u0000\""})
    void jsonInUtf8IsAPayload(String payload) {
        assertThatCode(() -> InvalidJson.check(payload.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    /** Too long for its character, behind the last character, and half of a pair: between two quotes each. */
    @ParameterizedTest
    @ValueSource(strings = {"22c0af22", "22f490808022", "22eda08022", "22ff22", "22c322"})
    void bytesThatAreNoCharacterAreRefused(String hex) {
        refused(HexFormat.of().parseHex(hex));
    }

    @Test
    void anotherEncodingIsRefused() {
        refused("{}".getBytes(UTF_16LE));
        refused("{}".getBytes(Charset.forName("UTF-32BE")));
    }
}
