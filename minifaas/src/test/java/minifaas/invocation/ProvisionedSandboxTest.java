package minifaas.invocation;

import static minifaas.invocation.OpenSandbox.log;
import static minifaas.invocation.RawRuntime.NEXT;
import static minifaas.invocation.RawRuntime.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is different in an environment that nobody waits for while it initialises. */
class ProvisionedSandboxTest {
    @TempDir
    Path data;

    @Test
    void initialisationIsReportedByItselfAndIsNoPartOfTheFirstInvocation() throws Exception {
        try (var open = new OpenSandbox(data, InitializationType.PROVISIONED_CONCURRENCY);
                var runtime = open.connect()) {
            open.prints("loading\n");
            open.clock.advance(Duration.ofMillis(1500));
            runtime.send(NEXT);
            await().until(() -> open.heard.contains("ready"));
            open.clock.advance(Duration.ofMinutes(1));

            var run = open.run("one", "{}");
            runtime.answer();
            runtime.ask(post("invocation/one/response", "1"));

            assertThat(log(run))
                    .startsWith("START ")
                    .contains("Duration: 0.00 ms")
                    .doesNotContain("Init Duration");
            open.clock.advance(Duration.ofSeconds(1));
            await().untilAsserted(() -> assertThat(open.logged())
                    .startsWith("loading\nINIT_REPORT Init Duration: 1500.00 ms\tPhase: init\nSTART "));
        }
    }

    @Test
    void initialisationMayTake130Seconds() throws Exception {
        try (var open = new OpenSandbox(data, InitializationType.PROVISIONED_CONCURRENCY)) {
            open.clock.advance(Duration.ofSeconds(130).minusNanos(1));
            assertThat(open.program.events()).doesNotContain("kill");
            open.clock.advance(Duration.ofNanos(1));
            assertThat(open.program.events()).contains("kill");
        }
    }

    @Test
    void initialisationMayTakeAsLongAsTheFunctionsTimeoutWhenThatIsLonger() {
        Duration longer = Duration.ofSeconds(900);
        assertThat(InitializationType.PROVISIONED_CONCURRENCY.limit(longer)).isEqualTo(longer);
        assertThat(InitializationType.ON_DEMAND.limit(longer)).isEqualTo(Duration.ofSeconds(10));
    }
}
