package minifaas.function;

import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;

/** Tags: they belong to the function. */
class FunctionTagsTest extends WithRegistry {
    @Test
    void tagsBelongToTheFunctionAndChangeItsRevision() {
        fixture.createAndWait("1");
        String revision = registry().find(f()).revisionId();
        registry().tag(f(), Map.of("a", "1", "b", "2"));
        registry().tag(f(), Map.of("a", "3"));
        registry().untag(f(), List.of("b", "unknown"));
        assertThat(registry().tags(f())).isEqualTo(Map.of("a", "3"));
        assertThat(registry().find(f()).revisionId()).isNotEqualTo(revision);
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "An error occurred and the request cannot be processed.",
                () -> registry().tag(f(), Map.of()));
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Tags on function aliases and versions are not supported. Please specify a function ARN.",
                () -> registry().tags(f("$LATEST")));
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i < 50; i++) many.put("key" + i, "");
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Number of tags exceeds resource tag limit.",
                () -> registry().tag(f(), many));
    }
}
