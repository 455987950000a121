package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import minifaas.testing.LinuxProcesses;
import org.junit.jupiter.api.Test;

/** Of {@link SandboxContract}: what a function leaves for its next invocation, and that it stands still until then. */
interface BetweenInvocationsContract extends StartsFunctions {
    @Test
    default void globalStateAndFilesInTmpSurviveToTheNextInvocation() throws Exception {
        var count = start("count", """
            import os, tempfile
            n = 0
            def handler(event, context):
                global n
                n += 1
                with open(os.path.join(tempfile.gettempdir(), 'notes'), 'a') as notes: notes.write('x')
                return [n, os.path.getsize(os.path.join(tempfile.gettempdir(), 'notes'))]
            """);

        assertThat(count.answer("{}")).isEqualTo("[1, 1]");
        assertThat(count.answer("{}")).isEqualTo("[2, 2]");
    }

    @Test
    default void whatRunsInTheBackgroundStopsWhileFrozenAndGoesOnWhenThawed() throws Exception {
        var counter = start("counter", """
            import threading
            n = 0
            def work():
                global n
                while True: n += 1
            threading.Thread(target=work, daemon=True).start()
            def handler(event, context): return n
            """);
        counter.answer("{}");
        counter.freeze();
        await().untilAsserted(() ->
                assertThat(kind().processesOf(counter.version())).isNotEmpty().allMatch(LinuxProcesses::isStopped));
        long before = processorTicks(counter);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        // while time passes in which the loop, if it ran, would use the processor
        await().until(() -> System.nanoTime() > end);
        assertThat(processorTicks(counter) - before)
                .as("ticks of 10 ms in 200 ms")
                .isLessThanOrEqualTo(1);

        counter.thaw();
        String first = counter.answer("{}");
        await().until(() -> !counter.answer("{}").equals(first));
    }

    private long processorTicks(StartedFunction function) throws IOException {
        return kind().processesOf(function.version()).stream()
                .mapToLong(LinuxProcesses::processorTicks)
                .sum();
    }
}
