package minifaas.async;

import static minifaas.async.Events.function;
import static minifaas.async.Events.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import minifaas.function.RegistryException;
import minifaas.kernel.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecursionConfigsTest extends WithFunctions {
    @BeforeEach
    void createTwoFunctions() {
        create("f");
        create("g");
    }

    @Test
    void loopsAreTerminatedUntilTheyAreAllowed() {
        assertThat(recursion.get(reference("f"))).isEqualTo(RecursiveLoop.TERMINATE);
        recursion.put(reference("f"), RecursiveLoop.ALLOW);
        assertThat(recursion.get(reference("f"))).isEqualTo(RecursiveLoop.ALLOW);
        assertThat(recursion.of(function("g"))).isEqualTo(RecursiveLoop.TERMINATE);
        recursion.put(reference("f"), RecursiveLoop.TERMINATE);
        assertThat(recursion.of(function("f"))).isEqualTo(RecursiveLoop.TERMINATE);
    }

    @Test
    void whatWasDecidedHoldsAfterARestart() throws IOException {
        recursion.put(reference("f"), RecursiveLoop.ALLOW);
        recursion.put(reference("g"), RecursiveLoop.ALLOW);
        recursion.put(reference("g"), RecursiveLoop.TERMINATE);
        reopen();
        assertThat(recursion.of(function("f"))).isEqualTo(RecursiveLoop.ALLOW);
        assertThat(recursion.of(function("g"))).isEqualTo(RecursiveLoop.TERMINATE);
    }

    @Test
    void aNewFunctionOfTheSameNameHasNotWhatTheDeletedOneHad() throws IOException {
        recursion.put(reference("f"), RecursiveLoop.ALLOW);
        registry.delete(reference("f"));
        create("f");
        assertThat(recursion.of(function("f"))).isEqualTo(RecursiveLoop.TERMINATE);
        reopen();
        assertThat(recursion.of(function("f"))).isEqualTo(RecursiveLoop.TERMINATE);
    }

    @Test
    void whatADeletionLeftBehindIsForgottenAtTheStart() throws IOException {
        recursion.put(reference("f"), RecursiveLoop.ALLOW);
        close();
        try (var file = Database.open(folder.resolve("minifaas.db"))) {
            assertThat(file.execute("delete from function where name='f'")).isEqualTo(1);
        }
        open();
        create("f");
        assertThat(recursion.of(function("f"))).isEqualTo(RecursiveLoop.TERMINATE);
    }

    @Test
    void itIsDecidedForAFunctionThatIsThereAndAsAWhole() {
        assertThatThrownBy(() -> recursion.put(reference("h"), RecursiveLoop.ALLOW))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("not found");
        assertThatThrownBy(() -> recursion.get(reference("h")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("not found");
        assertThatThrownBy(() -> recursion.put(reference("f", "1"), RecursiveLoop.ALLOW))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("Aliases and versions");
        assertThat(recursion.of(function("f"))).isEqualTo(RecursiveLoop.TERMINATE);
    }
}
