package minifaas.function;

import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;

/** What a function may be called, and what the caller is told of one that is not there. */
class FunctionNamesTest extends WithRegistry {
    @Test
    void whatIsNotThereIsNamedAsTheCallerNamedIt() {
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN,
                () -> registry().find(f()));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":$LATEST",
                () -> registry().resolve(f(), 0));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN,
                () -> registry().delete(f("1")));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":1",
                () -> registry().createAlias(f(), "a", "1", "", Map.of()));
        fixture.createAndWait("1");
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":nope",
                () -> registry().find(f("nope")));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":7",
                () -> registry().resolve(f("7"), 0));
    }

    @Test
    void aNameIsTakenOnce() {
        fixture.createAndWait("1");
        refused(Kind.RESOURCE_CONFLICT, "Function already exist: f", () -> fixture.create("2"));
    }

    @Test
    void aBadNameIsNeverTaken() {
        var bad = new FunctionId("000000000000", "us-east-1", "../f");
        assertThatThrownBy(() -> registry().create(bad, SettingsRulesTest.good(), Zips.of("a", "b"), Map.of(), false))
                .isInstanceOf(RegistryException.class);
    }
}
