package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import minifaas.course.lab.RunningTests;
import minifaas.course.lab.TestEvent;
import minifaas.course.lab.TestPlan;
import minifaas.kernel.Threads;

/** A judge, seen from the grader that started it: tells the tests' events, and joins the judge with its worker. */
final class JudgeProcess implements RunningTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final DataOutputStream toJudge;
    private final WorkerStarts starts;
    private final OutputStream printed;
    private final BlockingQueue<TestEvent> events = new LinkedBlockingQueue<>();
    /** Only the thread that reads from the judge changes it, and {@link #close} after that thread. */
    private volatile Optional<RelayedWorker> worker = Optional.empty();

    private final Thread reader;

    /**
     * Starts a judge.
     *
     * @param command that starts a JVM with {@link JudgeMain}
     * @param starts start its workers
     * @param printed where goes what the judge prints, which is nothing as long as all is well
     */
    JudgeProcess(List<String> command, TestPlan plan, WorkerStarts starts, OutputStream printed) throws IOException {
        this.starts = starts;
        this.printed = printed;
        process = new ProcessBuilder(command).start();
        toJudge = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        reader = Threads.daemon("judge", this::listen);
        reader.start();
        Threads.daemon("judge-prints", this::passOn).start();
        new Message(Message.Kind.PLAN, JSON.writeValueAsBytes(plan)).write(toJudge);
    }

    @Override
    public Optional<TestEvent> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(events.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public int status() throws InterruptedException {
        return process.waitFor();
    }

    private void listen() {
        try (var input = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            for (Optional<Message> next = Message.read(input); next.isPresent(); next = Message.read(input))
                hear(next.get());
        } catch (IOException killed) {
            // the judge is gone, and with it its end of the pipe
        } finally {
            process.destroyForcibly(); // it could do nothing alone
            events.add(TestEvent.jvmEnded()); // before the worker, whose end may fail
            worker.ifPresent(RelayedWorker::close);
        }
    }

    private void hear(Message message) throws IOException {
        switch (message.kind()) {
            case EVENT -> events.add(JSON.readValue(message.content(), TestEvent.class));
            case START -> start(message.worker());
            case STOP -> worker.filter(its -> its.isMeantBy(message)).ifPresent(RelayedWorker::close);
            case FRAME -> worker.filter(its -> its.isMeantBy(message)).ifPresent(its -> its.send(message));
            default -> throw new IOException("a judge does not say " + message.kind());
        }
    }

    private void start(int number) throws IOException {
        stop();
        try {
            worker = Optional.of(new RelayedWorker(number, starts.start(), toJudge));
        } catch (IOException failed) {
            new Message(Message.Kind.ENDED, number, failed.getMessage().getBytes(UTF_8)).write(toJudge);
        }
    }

    private void stop() {
        worker.ifPresent(RelayedWorker::close);
        worker = Optional.empty();
    }

    private void passOn() {
        try {
            process.getErrorStream().transferTo(printed);
        } catch (IOException killed) {
            // as above
        }
    }

    /** Ends the judge, and after it its worker. */
    @Override
    public void close() {
        process.destroyForcibly();
        worker.ifPresent(RelayedWorker::close);
        try {
            reader.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
