package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AliasesTest extends EndToEnd {
    /** A function with the versions 1 and 2, which differ in what they answer. */
    @BeforeAll
    void publishTwoVersions() {
        Machine.needs("python3", "python");
        platform.create("f", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 'one'"));
        lambda.publishVersion(request -> request.functionName("f"));
        lambda.updateFunctionCode(request -> request.functionName("f")
                .zipFile(bytes(Platform.zip(Map.of("app.py", "def handler(e, c): return 'two'")))));
        platform.awaitUpdated("f");
        lambda.publishVersion(request -> request.functionName("f"));
    }

    private static void create(String alias, String version, Map<String, Double> weights) {
        lambda.createAlias(request -> request.functionName("f")
                .name(alias)
                .functionVersion(version)
                .routingConfig(routing -> routing.additionalVersionWeights(weights)));
    }

    @Test
    @Tag("F17")
    void anAliasLeadsToItsVersionUntilItIsUpdated() {
        var created = lambda.createAlias(request ->
                request.functionName("f").name("PROD").functionVersion("1").description("custom-alias"));
        assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
        assertThat(created.aliasArn()).isEqualTo(ARN + "f:PROD");
        assertThat(created.name()).isEqualTo("PROD");
        assertThat(created.functionVersion()).isEqualTo("1");
        assertThat(created.description()).isEqualTo("custom-alias");
        assertThat(created.routingConfig()).isNull();

        var invoked = lambda.invoke(request -> request.functionName("f").qualifier("PROD"));
        assertThat(invoked.payload().asUtf8String()).isEqualTo("\"one\"");
        assertThat(invoked.executedVersion()).isEqualTo("1");

        var updated = lambda.updateAlias(
                request -> request.functionName("f").name("PROD").functionVersion("2"));
        assertThat(updated.description()).isEqualTo("custom-alias");
        assertThat(updated.revisionId()).isNotEqualTo(created.revisionId());
        assertThat(lambda.invoke(request -> request.functionName("f:PROD")).executedVersion())
                .isEqualTo("2");
        assertThat(lambda.getAlias(request -> request.functionName("f").name("PROD"))
                        .functionVersion())
                .isEqualTo("2");
    }

    @Test
    void anAliasHasTheFieldsOfAwsAndNoOthers() throws Exception {
        create("PLAIN", "1", Map.of());
        assertThat(json(get(F + "/f/aliases/PLAIN").body()))
                .containsOnlyKeys("AliasArn", "Description", "FunctionVersion", "Name", "RevisionId");
        create("ROUTED", "1", Map.of("2", 0.2));
        assertThat(json(get(F + "/f/aliases/ROUTED").body()))
                .containsEntry("RoutingConfig", Map.of("AdditionalVersionWeights", Map.of("2", 0.2)));
    }

    @Test
    void aWeightedAliasRunsBothVersions() {
        create("CANARY", "1", Map.of("2", 0.5));

        var executed = new HashSet<String>();
        for (int i = 0; i < 200 && executed.size() < 2; i++)
            executed.add(lambda.invoke(request -> request.functionName("f").qualifier("CANARY"))
                    .executedVersion());
        assertThat(executed).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aShareOfNothingIsNeverRunAndAnEmptyRoutingEndsIt() {
        create("NONE", "1", Map.of("2", 0.0));
        for (int i = 0; i < 20; i++)
            assertThat(lambda.invoke(request -> request.functionName("f").qualifier("NONE"))
                            .executedVersion())
                    .isEqualTo("1");

        create("ENDED", "1", Map.of("2", 1.0));
        var ended = lambda.updateAlias(request -> request.functionName("f")
                .name("ENDED")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of())));
        assertThat(ended.routingConfig()).isNull();
    }

    @Test
    void anAliasShowsTheFunctionBehindItUnderItsOwnArn() {
        create("SHOWN", "1", Map.of());
        var shown = lambda.getFunctionConfiguration(
                request -> request.functionName("f").qualifier("SHOWN"));
        assertThat(shown.functionArn()).isEqualTo(ARN + "f:SHOWN");
        assertThat(shown.version()).isEqualTo("1");
    }

    @Test
    void aliasesAreListedByNameAndByVersionInPages() {
        createAny("listed");
        lambda.publishVersion(request -> request.functionName("listed"));
        for (String name : new String[] {"b", "a", "c"})
            lambda.createAlias(request ->
                    request.functionName("listed").name(name).functionVersion(name.equals("c") ? "$LATEST" : "1"));

        assertThat(lambda.listAliasesPaginator(
                                request -> request.functionName("listed").maxItems(1))
                        .aliases())
                .extracting(AliasConfiguration::name)
                .containsExactly("a", "b", "c");
        assertThat(lambda.listAliases(request -> request.functionName("listed").functionVersion("1"))
                        .aliases())
                .extracting(AliasConfiguration::name)
                .containsExactly("a", "b");
    }

    @Test
    void aDeletedAliasIsGoneAndDeletingItAgainIsFine() {
        create("GONE", "1", Map.of());
        lambda.deleteAlias(request -> request.functionName("f").name("GONE"));

        refused(
                404,
                "ResourceNotFoundException",
                "Cannot find alias arn: " + ARN + "f:GONE",
                () -> lambda.getAlias(request -> request.functionName("f").name("GONE")));
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "f:GONE",
                () -> lambda.invoke(request -> request.functionName("f").qualifier("GONE")));
        var again = lambda.deleteAlias(request -> request.functionName("f").name("GONE"));
        assertThat(again.sdkHttpResponse().statusCode()).isEqualTo(204);
    }

    @Test
    void anAliasOfAnOlderRevisionIsNotUpdated() {
        create("REVISION", "1", Map.of());
        refused(
                412,
                "PreconditionFailedException",
                STALE_REVISION,
                () -> lambda.updateAlias(
                        request -> request.functionName("f").name("REVISION").revisionId("wrong")));
    }

    @Test
    void aNameIsTakenOnce() {
        create("TAKEN", "1", Map.of());
        refused(
                409,
                "ResourceConflictException",
                "Alias already exists: " + ARN + "f:TAKEN",
                () -> create("TAKEN", "1", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024 | ValidationException | 1 validation error detected: Value '2024' at 'name' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
                "a.b | ValidationException | Value 'a.b' at 'name' failed to satisfy constraint",
            })
    void anAliasIsNotCalledLikeAVersion(String name, String type, String message) {
        refused(400, type, message, () -> create(name, "1", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | 2.0 | 400 | ValidationException | Value '{2=2.0}' at 'routingConfig.additionalVersionWeights'"
                        + " failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less"
                        + " than or equal to 1.0",
                "1 | 2 | -1.0 | 400 | ValidationException | Value '{2=-1.0}' at 'routingConfig.additionalVersionWeights'",
                "1 | $LATEST | 0.5 | 400 | ValidationException | Value '{$LATEST=0.5}' at"
                        + " 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy",
                "1 | 1 | 0.5 | 400 | InvalidParameterValueException | Invalid function version 1. Function version 1 is"
                        + " already included in routing configuration.",
                "$LATEST | 1 | 0.5 | 400 | InvalidParameterValueException | $LATEST is not supported for an alias"
                        + " pointing to more than 1 version",
                "1 | 10 | 0.5 | 404 | ResourceNotFoundException | Function not found: " + ARN + "f:10",
                "10 | 1 | 0.5 | 404 | ResourceNotFoundException | Function not found: " + ARN + "f:10",
            })
    void routingThatMakesNoSenseIsRefused(
            String version, String other, double weight, int status, String type, String message) {
        refused(status, type, message, () -> create("bad", version, Map.of(other, weight)));
    }

    @Test
    void whatIsNotThereHasNoAliases() {
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "unknown:1",
                () -> lambda.createAlias(
                        request -> request.functionName("unknown").name("a").functionVersion("1")));
        refused(
                404,
                "ResourceNotFoundException",
                "Alias not found: " + ARN + "f:non-existent",
                () -> lambda.updateAlias(request ->
                        request.functionName("f").name("non-existent").description("d")));
    }

    @Test
    void anAliasHasTwoVersionsAtMost() {
        refused(
                400,
                "InvalidParameterValueException",
                "Number of items in AdditionalVersionWeights cannot be greater than 1",
                () -> create("many", "1", Map.of("2", 0.1, "3", 0.1)));
    }
}
