package minifaas.function;

import static minifaas.function.RegistryFixture.F;
import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import minifaas.function.RegistryException.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What may be deleted, and what becomes of its code. */
class DeletionTest extends WithRegistry {
    @Test
    void deletionHasItsRules() {
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "$LATEST version cannot be deleted without deleting the function.",
                () -> registry().delete(f("$LATEST")));
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Deletion of aliases is not currently supported.",
                () -> registry().delete(f("PROD")));
        fixture.createAndWait("1");
        FunctionVersion one = fixture.publish().version();
        registry().createAlias(f(), "PROD", "1", "", Map.of());
        refused(
                Kind.RESOURCE_CONFLICT,
                "Unable to delete version because the following aliases reference it: [PROD]",
                () -> registry().delete(f("1")));
        registry().deleteAlias(f(), "PROD");
        registry().delete(f("99"));
        registry().delete(f("1"));
        assertThat(registry().isLive(one)).isFalse();
        FunctionVersion latest = registry().resolve(f(), 0).version();
        registry().delete(f());
        assertThat(registry().isLive(latest)).isFalse();
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN,
                () -> registry().delete(f()));
    }

    @Test
    void everybodyHearsOfItEvenWhenSomebodyCannotBearIt() {
        fixture.createAndWait("1");
        var heard = new ArrayList<FunctionId>();
        registry().whenChanged(function -> {
            throw new IllegalStateException("disk full");
        });
        registry().whenChanged(heard::add);
        assertThatThrownBy(() -> registry().delete(f())).hasMessage("disk full");
        assertThat(heard).containsExactly(F);
    }

    @Test
    void codeThatNobodyNeedsIsDeletedLater() {
        fixture.createAndWait("1");
        FunctionVersion old = registry().resolve(f(), 0).version();
        Path code = registry().code(old);
        fixture.updateAndWait("2");
        assertThatThrownBy(() -> registry().archive(old)).isInstanceOf(RegistryException.class);
        assertThat(code).exists();
        Awaitility.await().until(() -> {
            fixture.clock.advance(Duration.ofMinutes(2));
            return Files.notExists(code);
        });
        assertThat(registry().code(registry().find(f()).version())).exists();
    }
}
