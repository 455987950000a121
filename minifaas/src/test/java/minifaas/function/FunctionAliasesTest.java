package minifaas.function;

import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;

/** Names that lead to versions. */
class FunctionAliasesTest extends WithRegistry {
    @Test
    void anAliasLeadsToAVersionUnderItsOwnArn() {
        fixture.createAndWait("1");
        FunctionView one = fixture.publish();
        Alias alias = registry().createAlias(f(), "PROD", "1", "live", Map.of());
        assertThat(alias.arn()).isEqualTo(ARN + ":PROD");
        assertThat(registry().find(f("PROD")).arn()).isEqualTo(ARN + ":PROD");
        assertThat(registry().find(f("PROD")).revisionId()).isEqualTo(one.revisionId());
        assertThat(registry().resolve(f("PROD"), 0)).isEqualTo(new Resolution(one.version(), ARN + ":PROD"));
        refused(
                Kind.RESOURCE_CONFLICT,
                "Alias already exists: " + ARN + ":PROD",
                () -> registry().createAlias(f(), "PROD", "1", "", Map.of()));
    }

    @Test
    void aWeightedAliasDividesTheInvocations() {
        fixture.twoVersions();
        registry().createAlias(f(), "PROD", "1", "", Map.of("2", 0.2));
        assertThat(registry().resolve(f("PROD"), 0.19).version().version()).isEqualTo("2");
        assertThat(registry().resolve(f("PROD"), 0.2).version().version()).isEqualTo("1");
        var whole = new AliasChange(Optional.of("2"), Optional.empty(), Optional.of(Map.of()), Optional.empty());
        registry().updateAlias(f(), "PROD", whole);
        assertThat(registry().resolve(f("PROD"), 0).version().version()).isEqualTo("2");
    }

    @Test
    void aliasesAreListedByNameAndVersion() {
        fixture.twoVersions();
        registry().createAlias(f(), "b", "1", "", Map.of());
        registry().createAlias(f(), "a", "2", "", Map.of());
        registry().createAlias(f(), "2024-01-02", "1", "", Map.of());
        assertThat(registry().aliases(f(), Optional.empty()))
                .extracting(Alias::name)
                .containsExactly("2024-01-02", "a", "b");
        assertThat(registry().aliases(f(), Optional.of("1")))
                .extracting(Alias::name)
                .containsExactly("2024-01-02", "b");
    }

    @Test
    void routingThatMakesNoSenseIsRefused() {
        fixture.twoVersions();
        var two = new LinkedHashMap<String, Double>();
        two.put("1", 0.5);
        two.put("2", 0.5);
        String at =
                "1 validation error detected: Value '%s' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: ";
        String shares =
                "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]";
        routing(
                Kind.INVALID_PARAMETER_VALUE,
                "Number of items in AdditionalVersionWeights cannot be greater than 1",
                "1",
                two);
        routing(Kind.VALIDATION, at.formatted("{2=2.0}") + shares, "1", Map.of("2", 2.0));
        routing(Kind.VALIDATION, at.formatted("{2=-1.0}") + shares, "1", Map.of("2", -1.0));
        routing(
                Kind.INVALID_PARAMETER_VALUE,
                "Invalid function version 1. Function version 1 is already included in routing configuration.",
                "1",
                Map.of("1", 0.5));
        routing(Kind.RESOURCE_NOT_FOUND, "Function not found: " + ARN + ":10", "10", Map.of());
        routing(Kind.RESOURCE_NOT_FOUND, "Function not found: " + ARN + ":10", "1", Map.of("10", 0.5));
        routing(
                Kind.INVALID_PARAMETER_VALUE,
                "$LATEST is not supported for an alias pointing to more than 1 version",
                "$LATEST",
                Map.of("1", 0.5));
        routing(
                Kind.VALIDATION,
                at.formatted("{$LATEST=0.5}")
                        + "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]",
                "1",
                Map.of("$LATEST", 0.5));
    }

    private void routing(Kind kind, String message, String version, Map<String, Double> routing) {
        refused(kind, message, () -> registry().createAlias(f(), "a", version, "", routing));
    }

    @Test
    void anAliasIsNotCalledLikeAVersion() {
        fixture.createAndWait("1");
        refused(
                Kind.VALIDATION,
                "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
                () -> registry().createAlias(f(), "2024", "$LATEST", "", Map.of()));
    }

    @Test
    void anUnknownAliasIsNamed() {
        fixture.createAndWait("1");
        var nothing = new AliasChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Cannot find alias arn: " + ARN + ":no",
                () -> registry().alias(f(), "no"));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Alias not found: " + ARN + ":no",
                () -> registry().updateAlias(f(), "no", nothing));
        registry().deleteAlias(f(), "no");
        registry().createAlias(f(), "a", "$LATEST", "", Map.of());
        var stale = new AliasChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("old"));
        refused(Kind.PRECONDITION_FAILED, STALE, () -> registry().updateAlias(f(), "a", stale));
    }
}
