package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import minifaas.course.lab.JUnitRun;
import minifaas.course.lab.TestEvent;
import minifaas.course.lab.TestPlan;
import minifaas.kernel.Threads;

/**
 * The main class of the judge: runs the tests, whose calls go to the worker. Its standard input and output are the
 * connection to the grader, which starts the worker and passes its frames on.
 */
final class JudgeMain {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataInputStream input;
    private final DataOutputStream output;
    private final Workers workers = new Workers(this::send);

    private JudgeMain(InputStream input, FileDescriptor output) {
        this.input = new DataInputStream(new BufferedInputStream(input));
        this.output = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(output)));
    }

    /** @param arguments how many milliseconds one test may take */
    public static void main(String[] arguments) throws Exception {
        var judge = new JudgeMain(System.in, FileDescriptor.out);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        judge.run(Duration.ofMillis(Long.parseLong(arguments[0])));
        System.err.flush();
        Runtime.getRuntime().halt(0);
    }

    private void run(Duration limit) throws IOException, ClassNotFoundException {
        TestPlan plan = JSON.readValue(Message.read(input).orElseThrow().content(), TestPlan.class);
        Threads.daemon("grader", this::listen).start();
        Remote.use(workers);
        if (plan.discoverOnly()) {
            JUnitRun.run(plan, JudgeMain.class.getClassLoader(), this::tell);
            return;
        }
        workers.start();
        try (var deadline = new TestDeadline(limit, workers)) {
            JUnitRun.run(plan, JudgeMain.class.getClassLoader(), event -> {
                boolean hasEnded = event.kind() == TestEvent.Kind.ENDED;
                TestEvent told = hasEnded ? workers.judged(event.result()) : event;
                deadline.restart();
                tell(told);
            });
        }
    }

    private void tell(TestEvent event) {
        try {
            send(new Message(Message.Kind.EVENT, JSON.writeValueAsBytes(event)));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private void send(Message message) {
        try {
            message.write(output);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Passes on what the grader says, and ends this JVM with it. */
    private void listen() {
        try {
            for (Optional<Message> next = Message.read(input); next.isPresent(); next = Message.read(input)) {
                Message message = next.get();
                if (message.kind() == Message.Kind.FRAME) workers.received(message.worker(), message.content());
                else workers.ended(message.worker(), new String(message.content(), UTF_8));
            }
        } catch (IOException | RuntimeException lost) {
            System.err.println(lost);
        } finally {
            Runtime.getRuntime().halt(1); // nobody would tell the tests what they wait for
        }
    }
}
