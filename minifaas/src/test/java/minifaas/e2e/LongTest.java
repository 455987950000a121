package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one test that takes its time: longer than the limits that clients, servers and sockets have by default. */
@Tag("long")
class LongTest {
    @Test
    void anInvocationMayLast45SecondsWhileAnotherEnvironmentWaits45SecondsForItsNextEvent(@TempDir Path data)
            throws Exception {
        Machine.needs("python3", "python");
        try (var platform = Platform.start(data)) {
            byte[] sleeping = Platform.zip(Map.of("app.py", """
                    import time
                    def handler(event, context):
                        time.sleep(45)
                        return 10000 < context.get_remaining_time_in_millis() < 15500
                    """));
            platform.create("long", "python3.11", "app.handler", sleeping, request -> request.timeout(60));
            String counting = "n = 0\ndef handler(e, c):\n  global n\n  n += 1\n  return n";
            platform.create("idle", "python3.11", "app.handler", Map.of("app.py", counting));
            assertThat(platform.answer("idle", "{}")).isEqualTo("1");

            var answer = CompletableFuture.supplyAsync(() -> platform.invoke("long", "{}"));
            var response = answer.get(90, TimeUnit.SECONDS);

            assertThat(response.payload().asUtf8String()).isEqualTo("true");
            assertThat(Platform.log(response)).containsPattern("\tDuration: 4[5-9]\\d\\d\\d\\.\\d\\d ms\t");
            assertThat(platform.answer("idle", "{}")).as("still warm").isEqualTo("2");
        }
    }
}
