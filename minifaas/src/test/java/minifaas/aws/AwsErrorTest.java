package minifaas.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsErrorTest {
    @Test
    void mostErrorsCallTheirTextMessageInLowerCase() {
        assertThat(body(AwsError.invalidParameter("no"))).isEqualTo("{\"Type\":\"User\",\"message\":\"no\"}");
    }

    @Test
    void aMissingResourceCallsItMessageInUpperCase() {
        assertThat(body(new AwsError(404, "ResourceNotFoundException", "gone")))
                .isEqualTo("{\"Type\":\"User\",\"Message\":\"gone\"}");
    }

    @Test
    void aValidationErrorHasNoType() {
        assertThat(body(AwsError.validation("x", "timeout", "Member must be a number")))
                .isEqualTo("{\"message\":\"1 validation error detected: Value 'x' at 'timeout' failed to satisfy"
                        + " constraint: Member must be a number\"}");
    }

    @Test
    void aSerializationErrorHasNoTypeAndCallsItMessageInUpperCase() {
        assertThat(body(AwsError.serialization("Expected list or null")))
                .isEqualTo("{\"Message\":\"Expected list or null\"}");
    }

    @Test
    void theErrorTypeStandsInAHeader() {
        assertThat(AwsError.unexpected().toResponse().headers()).containsEntry("x-amzn-ErrorType", "ServiceException");
        assertThat(AwsError.unexpected().status()).isEqualTo(500);
    }

    private static String body(AwsError error) {
        return new String(error.toResponse().body());
    }
}
