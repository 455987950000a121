package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import minifaas.testing.LinuxProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianTest {
    private final String mark = "MINIFAAS_ENVIRONMENT=" + UUID.randomUUID();
    private final List<Process> started = new ArrayList<>();
    private Guardian guardian;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        LinuxProcesses.needed();
        Path script = folder.resolve("guardian.sh");
        try (var resource = Guardian.class.getResourceAsStream("guardian.sh")) {
            Files.copy(resource, script);
        }
        guardian = new Guardian(script, mark);
    }

    @AfterEach
    void stop() throws IOException {
        if (guardian != null) guardian.close();
        started.forEach(Process::destroyForcibly);
    }

    private Process group(String... command) throws IOException {
        var builder = new ProcessBuilder(ProcessGroups.leaderOf(List.of(command)));
        Process process = builder.start();
        started.add(process);
        // it is a leader as soon as it has become the command
        await().until(() -> LinuxProcesses.withCommand("sleep").contains(process.pid())
                && !LinuxProcesses.withCommand("setsid").contains(process.pid()));
        return process;
    }

    @Test
    void itSendsSignalsToGroups() throws Exception {
        Process process = group("sleep", "600");
        guardian.watch(process.pid());

        guardian.send(Guardian.Signal.STOP, process.pid());
        await().until(() -> LinuxProcesses.isStopped(process.pid()));
        guardian.send(Guardian.Signal.CONT, process.pid());
        await().until(() -> !LinuxProcesses.isStopped(process.pid()));
        assertThat(process.isAlive()).isTrue();
        guardian.send(Guardian.Signal.KILL, process.pid());
        await().until(() -> !process.isAlive());
    }

    @Test
    void whenThePipeClosesItKillsTheGroupsThatItWatchesAndNoOthers() throws Exception {
        Process watched = group("sleep", "601");
        Process frozen = group("sleep", "602");
        Process forgotten = group("sleep", "603");
        for (Process process : started) guardian.watch(process.pid());
        guardian.send(Guardian.Signal.STOP, frozen.pid());
        guardian.forget(forgotten.pid());

        guardian.close();

        await().until(() -> !watched.isAlive() && !frozen.isAlive());
        assertThat(forgotten.isAlive()).isTrue();
    }

    @Test
    void whenThePipeClosesItKillsMarkedProcessesOutsideTheGroupsToo() throws Exception {
        var builder = new ProcessBuilder("sleep", "604");
        builder.environment().put("MINIFAAS_ENVIRONMENT", mark.substring(mark.indexOf('=') + 1) + "/x");
        Process marked = builder.start();
        started.add(marked);
        await().until(() -> LinuxProcesses.withCommand("604").contains(marked.pid()));

        guardian.close();

        await().until(() -> !marked.isAlive());
    }
}
