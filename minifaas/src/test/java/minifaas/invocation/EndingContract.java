package minifaas.invocation;

import static minifaas.invocation.StartedFunction.answer;
import static minifaas.invocation.StartedFunction.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;

/** Of {@link SandboxContract}: however a sandbox ends, its caller is told why and nothing of it is left. */
interface EndingContract extends StartsFunctions {
    @Test
    default void afterATimeoutTheCallerIsToldAndTheWholeProcessTreeIsDead() throws Exception {
        var slow = start("slow", """
            import subprocess, time
            def handler(event, context):
                print(subprocess.Popen(['sleep', '600']).pid, flush=True)
                time.sleep(600)
            """, Duration.ofSeconds(1));

        Sandbox.Run run = slow.run("{}");

        assertThat(answer(run)).contains("Sandbox.Timedout", "Task timed out after 1.00 seconds");
        assertThat(log(run)).contains("Status: timeout");
        slow.awaitEnd();
        // a killed child needs a moment to be gone
        await().until(() -> kind().processesOf(slow.version()).isEmpty());
        await().until(() -> !kind().isRunning(childIn(run)));
    }

    /** The child whose number the function printed. */
    private static long childIn(Sandbox.Run run) {
        return log(run).lines()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aFunctionThatExitsIsReportedWithItsStatus() throws Exception {
        var exit = start("exit", "import os\ndef handler(event, context): os._exit(3)");

        Sandbox.Run run = exit.run("{}");

        assertThat(answer(run)).contains("Runtime.ExitError", "Runtime exited with error: exit status 3");
        assertThat(log(run)).containsPattern("Max Memory Used: [1-9]\\d* MB\tInit Duration: [\\d.]+ ms\tStatus: error");
        exit.awaitEnd();
    }

    @Test
    default void aProgramThatExitsWhileItInitialisesIsReportedWithTheMemoryThatItWasSeenToUse() throws Exception {
        var quitter = start("quitter", """
            import os, time
            hoard = b'x' * (40 << 20)
            time.sleep(0.1)
            os._exit(1)
            """);

        Sandbox.Run run = quitter.run("{}");

        assertThat(log(run)).contains("INIT_REPORT Init Duration: ", "Error Type: Runtime.ExitError\n");
        assertThat(Integer.parseInt(log(run).replaceAll("(?s).*Max Memory Used: (\\d+) MB.*", "$1")))
                .isGreaterThan(40);
    }

    @Test
    default void aFunctionOverItsMemoryIsKilled() throws Exception {
        var greedy = start(
                "greedy", "def handler(event, context):\n  hoard = []\n  while True: hoard.append(bytearray(1 << 20))");

        assertThat(greedy.answer("{}")).contains("Runtime.ExitError", "signal: killed");
    }

    @Test
    default void whenItIsClosedNothingIsLeftNotEvenADetachedChild() throws Exception {
        var daemon = start("daemon", """
            import subprocess
            def handler(event, context):
                print(subprocess.Popen(['sleep', '600'], start_new_session=True).pid, flush=True)
                return None
            """);
        long child = childIn(daemon.run("{}"));
        assertThat(kind().isRunning(child)).isTrue();

        daemon.close();

        await().until(() -> !kind().isRunning(child));
        assertThat(kind().processesOf(daemon.version())).isEmpty();
        assertThat(Platform.hasEnvironments(data())).isFalse();
    }
}
