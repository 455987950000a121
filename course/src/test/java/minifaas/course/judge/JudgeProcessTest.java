package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import minifaas.course.lab.TestEvent;
import minifaas.course.lab.TestPlan;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.Worker;
import minifaas.course.sandbox.WorkerCommand;
import minifaas.course.sandbox.WorkerSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JudgeProcessTest {
    private static final WorkerCommand COMMAND = new WorkerCommand(Path.of("."), List.of(), List.of(), "none");
    private static final TestPlan PLAN = new TestPlan(List.of(), false, false, Set.of(), null, 0);

    /** A sandbox of workers that cannot be ended. */
    private static final class Unendable implements WorkerSandbox {
        @Override
        public Worker start(WorkerCommand command, Limits limits) {
            return new UnendableWorker();
        }

        @Override
        public String name() {
            return "unendable";
        }

        @Override
        public List<String> cannotStop() {
            return List.of();
        }
    }

    @Test
    void aJudgeIsTakenForEndedWhateverFailsWhileItIsHeard(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        try (var output = new DataOutputStream(Files.newOutputStream(said))) {
            for (int worker = 1; worker <= 2; worker++)
                new Message(Message.Kind.START, worker, new byte[0]).write(output);
        }
        List<String> judge = List.of("sh", "-c", "head -c 1 > /dev/null; cat " + said + "; exec sleep 600");
        var starts = new WorkerStarts(new Unendable(), COMMAND, Limits.USUAL, 1);
        var process = new JudgeProcess(judge, PLAN, starts, OutputStream.nullOutputStream());
        assertThat(process.next(Duration.ofSeconds(50))).contains(TestEvent.jvmEnded());
        assertThat(process.status()).isNotZero();
        assertThatThrownBy(process::close).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theJudgeIsToldOfTheEndOfAWorkerThatCannotBeEnded() throws IOException {
        var toJudge = new PipedOutputStream();
        try (var heard = new DataInputStream(new PipedInputStream(toJudge));
                var output = new DataOutputStream(toJudge)) {
            var worker = new RelayedWorker(7, new UnendableWorker(), output);
            Message end = Message.read(heard).orElseThrow();
            assertThat(end.kind()).isEqualTo(Message.Kind.ENDED);
            assertThat(end.worker()).isEqualTo(7);
            assertThat(new String(end.content(), UTF_8)).contains("could not be followed");
            assertThatThrownBy(worker::close).isInstanceOf(UncheckedIOException.class);
        }
    }
}
