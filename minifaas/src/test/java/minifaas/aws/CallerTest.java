package minifaas.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final String REST = ", SignedHeaders=host, Signature=abc";

    @Test
    void theRegionStandsInTheCredentialScope() {
        String header = "AWS4-HMAC-SHA256 Credential=test/20261121/eu-west-3/lambda/aws4_request" + REST;
        assertThat(Caller.of(header, null)).isEqualTo(new Caller("000000000000", "eu-west-3"));
    }

    @Test
    void anAccessKeyOfTwelveDigitsIsTheAccount() {
        String header = "AWS4-HMAC-SHA256 Credential=123456789012/20261121/us-east-1/lambda/aws4_request" + REST;
        assertThat(Caller.of(header, null).account()).isEqualTo("123456789012");
    }

    @Test
    void aPresignedUrlNamesTheCallerInItsQuery() {
        assertThat(Caller.of(null, "123456789012/20261121/eu-west-3/lambda/aws4_request"))
                .isEqualTo(new Caller("123456789012", "eu-west-3"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer x",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=",
                "AWS4-HMAC-SHA256 Credential=a/b",
                "AWS4-HMAC-SHA256 Credential=123456789012/d/../lambda/aws4_request",
                "AWS4-HMAC-SHA256 Credential=123456789012/d//lambda/aws4_request"
            })
    void aHeaderThatMeansNothingIsIgnored(String header) {
        assertThat(Caller.of(header, null)).isEqualTo(Caller.UNKNOWN);
    }
}
