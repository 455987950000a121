package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BubblewrapTest extends WorkerSandboxContract {
    private static Bubblewrap sandbox;

    @BeforeAll
    static void itWorksHere() throws InterruptedException {
        sandbox = SandboxNeeds.bubblewrap(new SystemClock());
    }

    @Override
    WorkerSandbox sandbox() {
        return sandbox;
    }

    @Test
    void processesThatLostTheirParentsEndAsWell() throws IOException {
        try (Worker worker = start("Orphaning", "-Dthen=Orphaning,Sleeper");
                BufferedReader lines = WorkerPrograms.lines(worker)) {
            String line = lines.readLine();
            // the end of the first program is the end of all: the last one may not have come so far
            assertThat(line).isIn("asleep", null);
        }
        assertThat(programs().running()).isEmpty();
    }

    @Test
    void thereIsNoNetwork() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Worker worker =
                        start("Network", "-Dplaces=127.0.0.1:" + server.getLocalPort() + ",192.0.2.1:80,1.1.1.1:53")) {
            assertThat(WorkerPrograms.allLines(worker))
                    .containsExactly(
                            "no way to 127.0.0.1:" + server.getLocalPort(),
                            "no way to 192.0.2.1:80",
                            "no way to 1.1.1.1:53",
                            "interface lo");
        }
    }

    @Test
    void onlyTheFolderAndTheJdkCanBeReadAndOnlyTmpCanBeWritten(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        Path own = programs().command("Readable").folder();
        List<Path> closed = List.of(
                secret,
                Path.of("pom.xml").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                Path.of("/etc/passwd"),
                Path.of("/var"),
                Path.of("/sys"));
        Path java = Path.of(System.getProperty("java.home")).toRealPath().resolve(Path.of("bin", "java"));
        List<Path> readOnly = List.of(
                own, own.resolve("Echo.class"), java, Path.of("/"), Path.of("/dev"), Path.of("/proc"), Path.of("/etc"));
        String places = Stream.concat(closed.stream(), Stream.concat(readOnly.stream(), Stream.of(Path.of("/tmp"))))
                .map(Path::toString)
                .collect(Collectors.joining(","));

        try (Worker worker = start("Readable", "-Dplaces=" + places)) {
            List<String> said = WorkerPrograms.allLines(worker);
            for (Path place : closed) assertThat(said).contains("can't read " + place, "can't write " + place);
            for (Path place : readOnly) assertThat(said).contains("read " + place, "can't write " + place);
            assertThat(said).contains("read /tmp", "wrote /tmp");
        }
        assertThat(secret).hasContent("secret");
        assertThat(elsewhere).isDirectoryNotContaining(file -> !file.equals(secret));
        assertThat(Path.of("/tmp/written-by-a-worker")).doesNotExist();
    }

    @Test
    void tmpHoldsLittle() throws IOException {
        try (Worker worker = start("TmpFiller")) {
            assertThat(WorkerPrograms.allLines(worker)).containsExactly("16");
        }
    }

    @Test
    void aWorkerKnowsNothingOfTheMachine() throws IOException {
        long victim = ProcessHandle.current().pid();
        try (Worker worker = start("Surroundings", "-Dvictim=" + victim)) {
            List<String> said = WorkerPrograms.allLines(worker);
            // bubblewrap sets the working folder itself
            assertThat(said.get(0)).matches("variables \\[(PWD, LC_ALL|LC_ALL, PWD)]");
            assertThat(said).contains("processes 2", "victim seen false");
        }
    }

    @Test
    void aWorkerIsAUserWithoutRights() throws IOException {
        try (Worker worker = start("Surroundings", "-Dvictim=1000000")) {
            List<String> said = WorkerPrograms.allLines(worker);
            assertThat(said).contains("CapEff: 0000000000000000", "NoNewPrivs: 1");
            assertThat(said).anyMatch(line -> line.startsWith("Uid: ")).doesNotContain("Uid: 0 0 0 0");
        }
    }

    /** The sandbox's own watch may end it before it can say so: then it is tried again. */
    @Test
    void theKernelGivesNoMoreThreadsThanTheLimit() {
        await().until(this::isRefusedAThread);
    }

    private boolean isRefusedAThread() throws IOException {
        try (Worker worker = start(new Limits(512, 60, 50_000, Duration.ofSeconds(30)), "ThreadBomb")) {
            return worker.output().read() > 0 && worker.printed().contains("unable to create native thread");
        }
    }

    /** The kernel's own limit may end it before the sandbox's watch looks: then it is tried again. */
    @Test
    void aForkBombIsBoundedAndEnded() {
        await().atMost(LONG).until(this::isSeenToBeAForkBomb);
    }

    private boolean isSeenToBeAForkBomb() throws IOException {
        try (Worker worker = start(new Limits(2000, 150, 50_000, Duration.ofSeconds(60)), "ForkBomb")) {
            WorkerPrograms.allLines(worker); // which end with it
            await().atMost(LONG).until(() -> programs().running().isEmpty());
            return worker.endedBySandbox().equals(Optional.of("it had more than 150 processes and threads at a time"));
        }
    }

    @Test
    void aWorkerDiesWithItsGrader() throws IOException, InterruptedException {
        WorkerCommand command = programs().command("Sleeper");
        var line = new ArrayList<>(List.of(CourseJars.java(), "-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(KilledGrader.class.getName(), command.folder().toString()));
        line.addAll(command.flags());

        Process grader = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(grader.inputReader().readLine()).isEqualTo("asleep");
        assertThat(programs().running())
                .as("with the thread that had it started gone")
                .anyMatch(process -> process.pid() != grader.pid());
        grader.destroyForcibly().waitFor();
        await().until(() -> programs().running().isEmpty());
    }
}
