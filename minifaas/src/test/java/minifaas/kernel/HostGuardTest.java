package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {
    private final HostGuard guard = new HostGuard(List.of("Faas.example", "192.168.1.7", "fd00::7"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:4566",
                "127.0.0.1",
                "127.0.0.1:4566",
                "127.255.3.4:80",
                "[::1]",
                "[::1]:4566",
                "::1",
                "my-api.localhost:4566",
                "faas.example:4566",
                "192.168.1.7:4566",
                "[fd00::7]:4566"
            })
    void namesOfThisServerAreFine(String host) {
        assertThat(guard.refusal(host, null, null)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "rebound.evil.example:4566",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1.",
                "127.0.0.256",
                "128.0.0.1",
                "127.1",
                "0.0.0.0",
                "user@localhost",
                "localhost:4566@evil.example",
                "localhost:port",
                "evillocalhost",
                "[::1",
                "[::1]x",
                "[]",
                ":4566"
            })
    void anyOtherHostIsRefused(String host) {
        assertThat(guard.refusal(host, null, null)).isPresent();
    }

    @Test
    void aPageOfThisServerMayCallIt() {
        assertThat(guard.refusal("localhost:4566", "http://localhost:4566", "same-origin"))
                .isEmpty();
        assertThat(guard.refusal("faas.example", "https://faas.example", "same-origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "http://localhost:3000",
                "http://localhost",
                "http://localhost:4566.evil.example",
                "file://localhost:4566"
            })
    void aForeignOriginIsRefused(String origin) {
        assertThat(guard.refusal("localhost:4566", origin, null)).isPresent();
    }

    @Test
    void aBrowserThatSaysCrossSiteIsRefusedEvenWithoutAnOrigin() {
        assertThat(guard.refusal("localhost:4566", null, "cross-site")).isPresent();
        assertThat(guard.refusal("localhost:4566", null, "Cross-Site ")).isPresent();
        assertThat(guard.refusal("localhost:4566", null, "none")).isEmpty();
    }

    @Test
    void aRefusalQuotesNoEndlessHeader() {
        assertThat(guard.refusal("x".repeat(10_000), null, null).orElseThrow()).hasSizeLessThan(250);
    }
}
