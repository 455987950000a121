package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of sandbox keeps. */
abstract class WorkerSandboxContract {
    static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private WorkerSandbox sandbox;
    private WorkerPrograms programs;

    /** The kind under test. */
    abstract WorkerSandbox sandbox();

    @BeforeEach
    void compileThePrograms() throws IOException {
        sandbox = sandbox();
        programs = new WorkerPrograms(folder.resolve("programs"));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(programs.running()).isEmpty();
    }

    final WorkerPrograms programs() {
        return programs;
    }

    final Worker start(Limits limits, String program, String... flags) throws IOException {
        return sandbox.start(programs.command(program, flags), limits);
    }

    final Worker start(String program, String... flags) throws IOException {
        return start(Limits.USUAL, program, flags);
    }

    @Test
    void aWorkerTalksOverItsInputAndOutput() throws IOException {
        try (Worker worker = start("Echo");
                BufferedReader lines = WorkerPrograms.lines(worker)) {
            for (String word : new String[] {"one", "two"}) {
                worker.input().write((word + "\n").getBytes(StandardCharsets.UTF_8));
                worker.input().flush();
                assertThat(lines.readLine()).isEqualTo("echo: " + word);
            }
            worker.input().close();
            assertThat(lines.readLine()).isNull();
            assertThat(worker.endedBySandbox()).isEmpty();
            assertThat(worker.printed()).isEmpty();
        }
    }

    @Test
    void whatItPrintsIsReadToTheEndAndKeptUpToTheLimit() throws IOException {
        var limits = new Limits(512, 128, 5000, Duration.ofSeconds(60));
        try (Worker worker = start(limits, "Chatty")) {
            assertThat(WorkerPrograms.allLines(worker)).containsExactly("printed");
            assertThat(worker.printed())
                    .startsWith("0123456789")
                    .contains("left out")
                    .hasSizeLessThan(5100);
            assertThat(worker.endedBySandbox()).isEmpty();
        }
    }

    @Test
    void closingEndsAllThatItHasStarted() throws IOException {
        Worker worker = start("Sleeper", "-Dthen=Sleeper,Sleeper");
        try (worker;
                BufferedReader lines = WorkerPrograms.lines(worker)) {
            for (int asleep = 0; asleep < 3; asleep++)
                assertThat(lines.readLine()).isEqualTo("asleep");
            assertThat(programs.running()).hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(programs.running()).isEmpty();
        assertThat(worker.endedBySandbox()).isEmpty();
        worker.close();
    }

    @Test
    void aWorkerClosedAtOnceIsGone() throws IOException {
        start("Sleeper").close();
        assertThat(programs.running()).isEmpty();
    }

    @Test
    void oneThatTakesTooMuchMemoryIsEnded() throws IOException {
        assertEnded(new Limits(200, 128, 5000, LONG), "it used more than 200 MiB of memory", "Hungry");
    }

    @Test
    void memoryCountsForAllProcessesTogether() throws IOException {
        assertEnded(
                new Limits(300, 500, 5000, LONG), "it used more than 300 MiB of memory", "HungryFamily", "-Dheap=64m");
    }

    @Test
    void oneThatUsesTooMuchProcessorTimeIsEnded() throws IOException {
        assertEnded(
                new Limits(512, 128, 5000, Duration.ofSeconds(1)),
                "it used more than 1 s of processor time",
                "Endless");
    }

    @Test
    void processorTimeCountsForAllProcessesTogether() throws IOException {
        assertEnded(
                new Limits(512, 128, 5000, Duration.ofSeconds(2)),
                "it used more than 2 s of processor time",
                "Sleeper",
                "-Dthen=Endless");
    }

    @Test
    void oneWithTooManyThreadsIsEnded() throws IOException {
        assertEnded(
                new Limits(512, 100, 5000, LONG), "it had more than 100 processes and threads at a time", "ThreadBomb");
    }

    final void assertEnded(Limits limits, String why, String program, String... flags) throws IOException {
        try (Worker worker = start(limits, program, flags)) {
            WorkerPrograms.allLines(worker); // which end with it
            await().atMost(LONG).until(() -> programs.running().isEmpty());
            assertThat(worker.endedBySandbox()).contains(why);
        }
    }

    @Test
    void aProgramThatIsNotThereEndsWithTheReason() throws IOException {
        try (Worker worker = start("NoSuchProgram")) {
            assertThat(WorkerPrograms.allLines(worker)).isEmpty();
            await().atMost(LONG).until(() -> worker.printed().contains("NoSuchProgram"));
            assertThat(worker.endedBySandbox()).isEqualTo(Optional.empty());
        }
    }
}
