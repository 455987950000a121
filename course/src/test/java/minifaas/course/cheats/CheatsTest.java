package minifaas.course.cheats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.judge.SubmissionJudge;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.TestResult;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.SandboxNeeds;
import minifaas.course.sandbox.WorkerSandbox;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No cheat earns a point, each grade says what happened, and nothing outside is harmed. */
@Tag("long")
class CheatsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path CHEATS = Path.of("src", "test", "cheats");
    private static final Path CONTROLS = CHEATS.resolve("honest");
    /** Long enough for an attack to be seen for what it is, where the machine has other work too. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    @TempDir
    private static Path scratch;

    private static WorkerSandbox sandbox;
    private static ServerSocket server;
    private static Path canary;
    private static final Map<Integer, SubmissionJudge> JUDGES = new HashMap<>();

    @BeforeAll
    static void setWhatMustNotBeReached() throws IOException, InterruptedException {
        sandbox = SandboxNeeds.bubblewrap(new SystemClock());
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        canary = Files.createDirectory(scratch.resolve("canary"));
    }

    @AfterAll
    static void closeTheServer() throws IOException {
        if (server != null) server.close();
    }

    static Stream<String> attacks() throws IOException {
        return namesIn(CHEATS);
    }

    static Stream<String> controls() throws IOException {
        return namesIn(CONTROLS);
    }

    private static Stream<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            return all.stream().map(file -> file.getFileName().toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void noCheatEarnsAPoint(String file) throws Exception {
        Cheat cheat = Cheat.read(CHEATS.resolve(file), values());
        Path feather = Files.writeString(canary.resolve("feather"), "alive");
        Lab lab = Lab.of(HOME, cheat.chapter());

        LabResult result = judged(cheat, lab, lab.sources());

        assertThat(result.problems()).isEmpty();
        assertThat(result.points()).as("points, of %s", result.exercises()).isZero();
        assertThat(of(cheat, result).tests())
                .as("what is said of %s", cheat.name())
                .extracting(TestResult::message)
                .anyMatch(message -> message.contains(cheat.explanation()))
                .doesNotContain("");
        assertThat(canary).isDirectoryContaining(feather::equals);
        assertThat(feather).hasContent("alive");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("controls")
    void honestCodeGetsFullMarks(String file) throws Exception {
        Cheat control = Cheat.read(CONTROLS.resolve(file), Map.of());
        Lab lab = Lab.of(HOME, control.chapter());

        LabResult result = judged(control, lab, lab.reference());

        assertThat(result.exercises()).allMatch(ExerciseResult::passes);
        assertThat(result.points()).isEqualTo(result.possible()).isPositive();
    }

    private static Map<String, String> values() {
        return Map.of(
                "PORT", String.valueOf(server.getLocalPort()),
                "CANARY", canary.toString(),
                "GRADER", String.valueOf(ProcessHandle.current().pid()));
    }

    private static ExerciseResult of(Cheat cheat, LabResult result) {
        return result.exercises().stream()
                .filter(each -> each.exercise().id().equals(cheat.exercise()))
                .findFirst()
                .orElseThrow();
    }

    /** Judges it in one class, with the other ones as they are; nothing must be left of it then. */
    private LabResult judged(Cheat cheat, Lab lab, Path others) throws Exception {
        Path work = Files.createDirectories(scratch.resolve(cheat.name()));
        Path sources = new CheatingSubmission(cheat, lab, others).writeTo(work.resolve("src"));
        LabResult result = judge(lab).judge(sources, work, each -> {});

        assertThat(work.resolve("worker")).doesNotExist();
        await().until(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains(work.toString())));
        assertThat(isReached()).as("the server outside was reached").isFalse();
        return result;
    }

    private static boolean isReached() throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static SubmissionJudge judge(Lab lab) throws IOException, InterruptedException {
        int chapter = lab.chapter().number();
        if (!JUDGES.containsKey(chapter)) {
            long seed = new Random().nextLong();
            var judge = new SubmissionJudge(CourseJars.ofThisJvm(), lab, sandbox, Limits.USUAL, seed).within(LIMIT);
            judge.prepare();
            JUDGES.put(chapter, judge);
        }
        return JUDGES.get(chapter);
    }
}
