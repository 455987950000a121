package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS refuses of provisioned concurrency, in its words. */
class ProvisionedErrorsTest extends EndToEnd {
    private static final String INVALID = "InvalidParameterValueException";
    private static final String CONFLICT = "ResourceConflictException";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        stopPlatform();
        data = folder;
        platform = Platform.start(folder, 8, 4096, Duration.ofMillis(10));
        lambda = platform.lambda();
        createAny("f");
        lambda.publishVersion(request -> request.functionName("f"));
        lambda.updateFunctionConfiguration(request -> request.functionName("f").timeout(9));
        platform.awaitUpdated("f");
        lambda.publishVersion(request -> request.functionName("f"));
    }

    private static void put(String function, String qualifier, int executions) {
        lambda.putProvisionedConcurrencyConfig(request ->
                request.functionName(function).qualifier(qualifier).provisionedConcurrentExecutions(executions));
    }

    private static void get(String function, String qualifier) {
        lambda.getProvisionedConcurrencyConfig(
                request -> request.functionName(function).qualifier(qualifier));
    }

    private static void delete(String function, String qualifier) {
        lambda.deleteProvisionedConcurrencyConfig(
                request -> request.functionName(function).qualifier(qualifier));
    }

    private static void alias(String name, String version) {
        lambda.createAlias(request -> request.functionName("f").name(name).functionVersion(version));
    }

    @ParameterizedTest
    @CsvSource({
        "none, noalias, Cannot find alias arn",
        "f, noalias, Cannot find alias arn",
        "none, 1, Function not found",
        "f, 10, Function not found"
    })
    void whatIsNotThere(String function, String qualifier, String message) {
        String expected = message + ": " + ARN + function + ":" + qualifier;
        refused(404, "ResourceNotFoundException", expected, () -> put(function, qualifier, 1));
        refused(404, "ResourceNotFoundException", expected, () -> get(function, qualifier));
        refused(404, "ResourceNotFoundException", expected, () -> delete(function, qualifier));
    }

    @Test
    void theListOfAFunctionThatIsNotThere() {
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "none",
                () -> lambda.listProvisionedConcurrencyConfigs(request -> request.functionName("none")));
    }

    @Test
    void theUnpublishedVersion() {
        alias("LATEST-ALIAS", "$LATEST");
        String message = "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";
        refused(400, INVALID, message, () -> put("f", "$LATEST", 1));
        refused(400, INVALID, message, () -> put("f", "LATEST-ALIAS", 1));
        String other = "The function resource provided must be an alias or a published version.";
        refused(400, INVALID, other, () -> get("f", "$LATEST"));
        refused(400, INVALID, other, () -> delete("f", "$LATEST"));
    }

    @Test
    void aNumberBelowOne() {
        refused(
                400,
                "ValidationException",
                "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to satisfy"
                        + " constraint: Member must have value greater than or equal to 1",
                () -> put("f", "1", 0));
    }

    @Test
    void aRequestThatLacksTheQualifierOrTheNumber() throws Exception {
        String path = "/2019-09-30/functions/f/provisioned-concurrency";
        var withoutQualifier = send("PUT", path, "{\"ProvisionedConcurrentExecutions\":1}".getBytes());
        assertThat(withoutQualifier.statusCode()).isEqualTo(400);
        assertThat(new String(withoutQualifier.body())).contains("Value null at 'qualifier'");
        var withoutNumber = send("PUT", path + "?Qualifier=1", new byte[0]);
        assertThat(withoutNumber.statusCode()).isEqualTo(400);
        assertThat(new String(withoutNumber.body())).contains("Value null at 'provisionedConcurrentExecutions'");
    }

    @Test
    void whatWasNeverProvisionedIsNotFoundAndCanBeDeleted() {
        refused(
                404,
                "ProvisionedConcurrencyConfigNotFoundException",
                "No Provisioned Concurrency Config found for this function",
                () -> get("f", "2"));
        delete("f", "2");
    }

    @Test
    void moreThanThereIsInTheSumOfAllVersions() {
        put("f", "1", 1);
        refused(
                400,
                INVALID,
                "is greater than account's unreserved concurrency [1000].",
                () -> put("f", "2", Integer.MAX_VALUE));
        delete("f", "1");
    }

    @Test
    void oneVersionIsProvisionedUnderOneNameOnly() {
        alias("ONE", "1");
        alias("SECOND", "1");
        String message =
                "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version";
        put("f", "1", 1);
        refused(409, CONFLICT, message, () -> put("f", "ONE", 1));
        delete("f", "1");
        put("f", "ONE", 1);
        refused(409, CONFLICT, "Version is pointed by a Provisioned Concurrency alias", () -> put("f", "1", 1));
        refused(409, CONFLICT, message, () -> put("f", "SECOND", 1));
        put("f", "ONE", 2);

        lambda.deleteAlias(request -> request.functionName("f").name("ONE"));
        refused(404, "ResourceNotFoundException", "Cannot find alias arn: " + ARN + "f:ONE", () -> get("f", "ONE"));
        put("f", "SECOND", 1);
        delete("f", "SECOND");
    }

    @Test
    void anAliasThatLeadsToAVersionThatIsProvisionedAlreadyFails() {
        alias("MOVES", "1");
        put("f", "MOVES", 1);
        put("f", "2", 1);

        lambda.updateAlias(request -> request.functionName("f").name("MOVES").functionVersion("2"));

        var config = lambda.getProvisionedConcurrencyConfig(
                request -> request.functionName("f").qualifier("MOVES"));
        assertThat(config.statusAsString()).isEqualTo("FAILED");
        assertThat(config.statusReason()).contains("already Provisioned version");
        delete("f", "MOVES");
        delete("f", "2");
    }

    @Test
    void anAliasWithTwoVersions() {
        lambda.createAlias(request -> request.functionName("f")
                .name("BOTH")
                .functionVersion("1")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.5))));
        refused(
                400,
                INVALID,
                "Alias with weights can not be used with Provisioned Concurrency",
                () -> put("f", "BOTH", 1));
    }

    @Test
    void moreThanTheAccountHas() {
        refused(400, INVALID, "is greater than account's unreserved concurrency [", () -> put("f", "1", 1001));
        refused(
                400,
                INVALID,
                "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its"
                        + " minimum value of [100].",
                () -> put("f", "1", 901));
    }

    @Test
    void theListComesInPages() {
        put("f", "1", 1);
        put("f", "2", 1);
        var first = lambda.listProvisionedConcurrencyConfigs(
                request -> request.functionName("f").maxItems(1));
        assertThat(first.provisionedConcurrencyConfigs()).hasSize(1);
        var second = lambda.listProvisionedConcurrencyConfigs(
                request -> request.functionName("f").marker(first.nextMarker()));
        assertThat(second.provisionedConcurrencyConfigs())
                .singleElement()
                .satisfies(item -> assertThat(item.functionArn()).isEqualTo(ARN + "f:2"));
        assertThat(second.nextMarker()).isNull();
        assertThatThrownBy(() -> lambda.listProvisionedConcurrencyConfigs(
                        request -> request.functionName("f").maxItems(51)))
                .hasMessageContaining("Member must have value less than or equal to 50");
        delete("f", "1");
        delete("f", "2");
    }
}
