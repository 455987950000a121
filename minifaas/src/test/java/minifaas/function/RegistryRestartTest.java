package minifaas.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the registry still knows after a restart or a failure. */
class RegistryRestartTest extends WithRegistry {
    @Test
    void everythingIsThereAfterARestart() throws IOException {
        fixture.twoVersions();
        registry().createAlias(f(), "PROD", "1", "live", Map.of("2", 0.25));
        registry().tag(f(), Map.of("k", "v"));
        List<FunctionView> versions = registry().versions(f());
        List<Alias> aliases = registry().aliases(f(), Optional.empty());
        byte[] archive = registry().archive(versions.get(1).version());
        fixture.reopen();
        assertThat(registry().versions(f())).isEqualTo(versions);
        assertThat(registry().aliases(f(), Optional.empty())).isEqualTo(aliases);
        assertThat(registry().tags(f())).isEqualTo(Map.of("k", "v"));
        assertThat(registry().archive(versions.get(1).version()))
                .isEqualTo(archive)
                .isEqualTo(Zips.of("index.js", "1"));
        assertThat(registry().isLive(versions.get(1).version())).isTrue();
    }

    @Test
    void whatWasInProgressIsFinishedAfterARestart() throws IOException {
        fixture.hold();
        fixture.create("1");
        fixture.reopen();
        assertThat(registry().find(f()).state()).isEqualTo(State.pending());
        fixture.release();
        fixture.settle();
        assertThat(registry().find(f()).state()).isEqualTo(State.active());
        fixture.hold();
        fixture.update("2");
        fixture.reopen();
        assertThat(registry().code(registry().resolve(f(), 0).version()).resolve("index.js"))
                .hasContent("1");
        fixture.release();
        fixture.settle();
        assertThat(registry().code(registry().resolve(f(), 0).version()).resolve("index.js"))
                .hasContent("2");
    }

    @Test
    void unpackedCodeThatIsLostIsMadeAgain() throws IOException {
        fixture.createAndWait("1");
        FunctionVersion version = registry().find(f()).version();
        Files.delete(registry().code(version).resolve("index.js"));
        Files.delete(registry().code(version));
        assertThat(registry().code(version).resolve("index.js")).hasContent("1");
    }

    @Test
    void aChangeThatTheDatabaseRefusesIsNotThere() throws IOException {
        fixture.createAndWait("1");
        FunctionView before = registry().find(f());
        fixture.database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(
                        "create trigger refuse before insert on code begin select raise(abort, 'disk full'); end");
            }
        });
        assertThatThrownBy(() -> fixture.update("2")).hasMessageContaining("disk full");
        assertThat(registry().find(f())).isEqualTo(before);
        fixture.reopen();
        assertThat(registry().find(f())).isEqualTo(before);
    }

    @Test
    void aFunctionThatWasStoredBeforeThereWereDeadLettersHasNone() {
        FunctionRecord function = FunctionRecord.create(
                RegistryFixture.F, SettingsRulesTest.good(), Code.of(Zips.of("a", "b")), Map.of(), fixture.clock.now());
        String document = new String(Documents.write(function), UTF_8);
        String older = document.replace(",\"deadLetterTarget\":\"\"", "");
        assertThat(older).isNotEqualTo(document);
        assertThat(Documents.read(older.getBytes(UTF_8))).isEqualTo(function);
    }
}
