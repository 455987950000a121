package minifaas.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link ServerMain} as a process. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private ServerProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /** Returns when the server serves, or has said why it cannot. */
    public static ServerProcess start(Path data, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerMain.class.getName(),
                        data.toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        return new ServerProcess(process, String.valueOf(output.readLine()));
    }

    /** What it printed first. */
    public String firstLine() {
        return firstLine;
    }

    public URI endpoint() {
        if (!firstLine.startsWith("port ")) throw new AssertionError(firstLine);
        return URI.create("http://localhost:" + firstLine.substring(5));
    }

    /** AWS's client, which also speaks for a server that is elsewhere. */
    public Platform platform() {
        return Platform.of(endpoint());
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL, and only to the server itself. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public boolean ends(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 15, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
