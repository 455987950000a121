package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFunctionTest {
    @Test
    void aFunctionIsCreatedAndInvokedWithAwsOwnClient(@TempDir Path data) throws Exception {
        Machine.needs("python3", "python");
        try (var platform = Platform.start(data)) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return e['n'] + 1"));

            assertThat(platform.answer("f", "{\"n\":41}")).isEqualTo("42");
        }
    }
}
