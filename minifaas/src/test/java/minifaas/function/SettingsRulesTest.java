package minifaas.function;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/any";

    static FunctionSettings good() {
        return settings("nodejs20.x", "index.handler", ROLE, "", 128, 3, Map.of(), 512, List.of("x86_64"));
    }

    static FunctionSettings describedAs(String description) {
        return good().withDescription(description);
    }

    private static FunctionSettings settings(
            String runtime,
            String handler,
            String role,
            String description,
            int memory,
            int timeout,
            Map<String, String> environment,
            int storage,
            List<String> architectures) {
        return new FunctionSettings(
                runtime,
                handler,
                role,
                description,
                memory,
                Duration.ofSeconds(timeout),
                environment,
                storage,
                architectures,
                "PassThrough",
                "/aws/lambda/f");
    }

    private static FunctionSettings with(Map<String, String> environment) {
        return settings("nodejs20.x", "index.handler", ROLE, "", 128, 3, environment, 512, List.of("x86_64"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory|127|Value '127' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
                "memory|10241|Value '10241' at 'memorySize' failed to satisfy constraint: Member must have value less than or equal to 10240",
                "timeout|0|Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1",
                "timeout|901|Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
                "storage|511|Value '511' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value greater than or equal to 512",
                "role|r1|Value 'r1' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
                "handler|a b|Value 'a b' at 'handler' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\s]+",
                "architectures|X86_64|Value '[X86_64]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
            })
    void aValueOutOfBoundsIsReportedInTheWordsOfAws(String field, String value, String message) {
        FunctionSettings settings = switch (field) {
            case "memory" ->
                settings("java17", "h", ROLE, "", Integer.parseInt(value), 3, Map.of(), 512, List.of("arm64"));
            case "timeout" ->
                settings("java17", "h", ROLE, "", 128, Integer.parseInt(value), Map.of(), 512, List.of("arm64"));
            case "storage" ->
                settings("java17", "h", ROLE, "", 128, 3, Map.of(), Integer.parseInt(value), List.of("arm64"));
            case "role" -> settings("java17", "h", value, "", 128, 3, Map.of(), 512, List.of("arm64"));
            case "handler" -> settings("java17", value, ROLE, "", 128, 3, Map.of(), 512, List.of("arm64"));
            default -> settings("java17", "h", ROLE, "", 128, 3, Map.of(), 512, List.of(value));
        };
        assertThatThrownBy(() -> SettingsRules.check(settings))
                .hasMessage("1 validation error detected: " + message)
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(Kind.VALIDATION);
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        var least = settings("java25", "h", ROLE, "", 128, 1, Map.of(), 512, List.of("arm64"));
        var most = settings(
                "provided.al2",
                "h".repeat(128),
                ROLE,
                "d".repeat(256),
                10_240,
                900,
                Map.of(),
                10_240,
                List.of("x86_64"));
        assertThatCode(() -> SettingsRules.check(least)).doesNotThrowAnyException();
        assertThatCode(() -> SettingsRules.check(most)).doesNotThrowAnyException();
    }

    @Test
    void allViolationsAreReportedTogether() {
        var bad = settings("java17", "h", ROLE, "", 1, 1000, Map.of(), 512, List.of("x86_64", "arm64"));
        assertThatThrownBy(() -> SettingsRules.check(bad))
                .hasMessageStartingWith("3 validation errors detected: Value '1' at 'memorySize' failed")
                .hasMessageEndingWith(
                        "; Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member"
                                + " must have length less than or equal to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"non-existent-runtime", "PYTHON3.9", "ruby3.3"})
    void anUnknownRuntimeIsRefusedWithTheListOfKnownOnes(String runtime) {
        var bad = settings(runtime, "h", ROLE, "", 128, 3, Map.of(), 512, List.of("arm64"));
        assertThatThrownBy(() -> SettingsRules.check(bad))
                .hasMessageStartingWith("Value " + runtime + " at 'runtime' failed to satisfy constraint: Member must"
                        + " satisfy enum value set: [nodejs18.x, ")
                .hasMessageEndingWith("] or be a valid ARN")
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(Kind.INVALID_PARAMETER_VALUE);
    }

    @Test
    void aRetiredRuntimeIsNamedAsSuch() {
        var bad = settings("java8", "h", ROLE, "", 128, 3, Map.of(), 512, List.of("arm64"));
        assertThatThrownBy(() -> SettingsRules.check(bad))
                .hasMessage("The runtime parameter of java8 is no longer supported for creating or updating AWS Lambda"
                        + " functions. We recommend you use a supported runtime while creating or updating functions.");
    }

    @Test
    void theEnvironmentHoldsFourKilobytesAsJson() {
        int frame = "{\"AB\":\"\"}".length();
        assertThatCode(() -> SettingsRules.check(with(Map.of("AB", "x".repeat(4096 - frame)))))
                .doesNotThrowAnyException();
        var variables = new LinkedHashMap<String, String>();
        variables.put("SMALL_VAR", "ok");
        variables.put("LARGE_VAR", "x".repeat(4096));
        assertThatThrownBy(() -> SettingsRules.check(with(variables)))
                .hasMessage("Lambda was unable to configure your environment variables because the environment"
                        + " variables you have provided exceeded the 4KB limit. String measured:"
                        + " {\"SMALL_VAR\":\"ok\",\"LARGE_VAR\":\"" + "x".repeat(4096) + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A", "a-b", "x", "_A", "", "ü1"})
    void aVariableNeedsAPlainNameAndItsValueIsNotShown(String name) {
        assertThatThrownBy(() -> SettingsRules.check(with(Map.of(name, "secret"))))
                .hasMessage("1 validation error detected: Value at 'environment.variables' failed to satisfy"
                        + " constraint: Map keys must satisfy constraint: [Member must satisfy regular expression"
                        + " pattern: [a-zA-Z]([a-zA-Z0-9_])+]");
    }

    @Test
    void aVariableWithAVeryLongNameDoesNoHarm() {
        assertThatThrownBy(() -> SettingsRules.check(with(Map.of("a".repeat(1_000_000), ""))))
                .hasMessageContaining("exceeded the 4KB limit");
    }

    @Test
    void namesThatThePlatformUsesAreReserved() {
        assertThatThrownBy(() -> SettingsRules.check(with(Map.of("AWS_REGION", "x"))))
                .hasMessage("Lambda was unable to configure your environment variables because the environment"
                        + " variables you have provided contains reserved keys that are currently not supported for"
                        + " modification. Reserved keys used in this request: AWS_REGION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "../f", "a b", "ü", "f\0"})
    void aBadNameIsRefused(String name) {
        assertThatThrownBy(() -> SettingsRules.checkName(name)).isInstanceOf(RegistryException.class);
    }

    @Test
    void aNameHasAtMost64Characters() {
        assertThatCode(() -> SettingsRules.checkName("f".repeat(64))).doesNotThrowAnyException();
        assertThatThrownBy(() -> SettingsRules.checkName("f".repeat(65)))
                .hasMessage("1 validation error detected: Value '" + "f".repeat(65) + "' at 'functionName' failed to"
                        + " satisfy constraint: Member must have length less than or equal to 64")
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(Kind.INVALID_PARAMETER_VALUE);
    }
}
