package minifaas.course.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM that runs tests, seen from the one that started it. */
final class TestProcess implements RunningTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** After which a person wants to know what goes on. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Process process;
    private final OutputStream output;
    private final BlockingQueue<TestEvent> events = new LinkedBlockingQueue<>();
    private final Thread printed;
    private Optional<GradedTest> running = Optional.empty();

    /**
     * Tells a JVM what to run.
     *
     * @param process with {@link TestJvm}, which waits for its plan
     * @param properties of the system, which the tests read
     * @param output where what the student's code prints goes
     */
    TestProcess(Process process, Map<String, String> properties, TestPlan plan, OutputStream output)
            throws IOException {
        this.process = process;
        this.output = output;
        printed = daemon("test-output", this::passOn);
        daemon("test-events", this::readEvents);
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(JSON.writeValueAsString(properties) + "\n" + JSON.writeValueAsString(plan) + "\n");
        input.flush(); // and stays open: its end tells the JVM that this one is gone
    }

    /** Also names the test that runs, when it takes long. */
    @Override
    public Optional<TestEvent> next(Duration limit) throws InterruptedException {
        Duration silence = running.isPresent() && SILENCE.compareTo(limit) < 0 ? SILENCE : limit;
        TestEvent event = poll(silence);
        if (event == null && silence.compareTo(limit) < 0) {
            say(running.get().exercise() + " " + running.get().name() + " is still running\n");
            event = poll(limit.minus(silence));
        }
        running = Optional.ofNullable(event)
                .filter(each -> each.kind() == TestEvent.Kind.STARTED)
                .map(each -> each.result().test());
        return Optional.ofNullable(event);
    }

    private TestEvent poll(Duration limit) throws InterruptedException {
        return events.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void say(String text) {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }

    @Override
    public int status() throws InterruptedException {
        return process.waitFor();
    }

    private void readEvents() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    events.add(JSON.readValue(line, TestEvent.class));
                } catch (JsonProcessingException ofTheJvm) { // which writes its last words to the same stream
                    say(line + "\n");
                }
            }
        } catch (IOException killed) {
            // the process is gone, and with it its end of the pipe
        } finally {
            events.add(TestEvent.jvmEnded());
        }
    }

    private void passOn() {
        try {
            process.getErrorStream().transferTo(output);
        } catch (IOException killed) {
            // as above
        }
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends the JVM, what it started, and waits until all that it printed is passed on. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            printed.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
