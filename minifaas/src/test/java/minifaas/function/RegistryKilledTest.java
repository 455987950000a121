package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryKilledTest {
    private static final int ENOUGH = 100;

    @TempDir
    Path folder;

    @Test
    void allThatWasAcknowledgedBeforeAKillIsThereAfterIt() throws Exception {
        Path acknowledged = folder.resolve("acknowledged");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(acknowledged.toFile())
                .start();
        try {
            Awaitility.await().until(() -> Files.readString(acknowledged).length() > ENOUGH);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        String all = Files.readString(acknowledged);
        assertThat(all).endsWith(" ");
        int count = Integer.parseInt(all.substring(all.lastIndexOf(' ', all.length() - 2) + 1, all.length() - 1));
        try (Database database = Database.open(folder.resolve("minifaas.db"));
                var registry = Endless.open(database, folder)) {
            var found = registry.list("000000000000", "us-east-1", false).stream()
                    .collect(Collectors.toMap(view -> view.version().function().name(), FunctionView::version));
            assertThat(found).hasSizeBetween(count + 1, count + 2);
            for (int i = 0; i <= count; i++)
                assertThat(registry.archive(found.get("f" + i))).isEqualTo(Zips.of("index.js", "code " + i));
            assertThat(registry.code(found.get("f" + count)).resolve("index.js"))
                    .hasContent("code " + count);
        }
    }

    /** Creates one function after the other, and says so, until it is killed. */
    static final class Endless {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            var registry = open(Database.open(folder.resolve("minifaas.db")), folder);
            for (int i = 0; ; i++) {
                var id = new FunctionId("000000000000", "us-east-1", "f" + i);
                registry.create(id, SettingsRulesTest.good(), Zips.of("index.js", "code " + i), Map.of(), false);
                var reference = new FunctionReference(id, Optional.empty());
                registry.tag(reference, Map.of("number", String.valueOf(i)));
                System.out.print(i + " ");
                System.out.flush();
            }
        }

        static FunctionRegistry open(Database database, Path folder) {
            return new FunctionRegistry(database, folder.resolve("code"), new SimulatedClock(), version -> {});
        }
    }
}
