package minifaas.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import minifaas.kernel.Clock;

/** A server in a process of its own, ready to be called. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready at http://localhost:";

    private final Process process;
    private final int port;
    private final Duration startToReady;

    private ServerProcess(Process process, int port, Duration startToReady) {
        this.process = process;
        this.port = port;
        this.startToReady = startToReady;
    }

    /**
     * Starts a program and waits for the line that says where it listens.
     *
     * @throws IOException when it ends without having said so
     */
    static ServerProcess start(Clock clock, List<String> command) throws IOException {
        long start = clock.nanos();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int at = line.indexOf(READY);
            if (at < 0) continue;
            int port = Integer.parseInt(line.substring(at + READY.length()));
            return new ServerProcess(process, port, clock.since(start));
        }
        throw new IOException("the server ended before it was ready: " + String.join(" ", command));
    }

    int port() {
        return port;
    }

    Duration startToReady() {
        return startToReady;
    }

    /** Resident memory in MiB; empty where the system does not tell it as Linux does. */
    OptionalLong residentMiB() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) return OptionalLong.empty();
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
