package minifaas.course.text;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import minifaas.course.jars.CourseJars;

/** The platform as {@code faas up} runs it for a reader: a process of its own, with those of the functions below it. */
final class FaasProcess implements AutoCloseable {
    private static final String READY = "minifaas is ready at http://localhost:";
    private static final String MAIN = "minifaas.cli.Main";
    private static final int SECONDS_TO_STOP = 15;

    private final Process process;
    private final int port;

    private FaasProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * How to run the command {@code faas} with the classes of this JVM.
     *
     * @param home the folder of the course
     */
    static List<String> command(Path home) {
        return List.of(
                CourseJars.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Dminifaas.home=" + home,
                "-cp",
                absolute(System.getProperty("java.class.path")),
                MAIN);
    }

    /**
     * Starts a platform on a free port and returns when it serves.
     *
     * @param options beside port and data folder
     * @throws IOException when it does not start; the message holds what it said
     */
    static FaasProcess up(Path home, Path folder, List<String> options) throws IOException {
        Path log = folder.resolve("server.log");
        var command = new ArrayList<>(command(home));
        command.addAll(
                List.of("up", "--port", "0", "--data", folder.resolve("data").toString()));
        command.addAll(options);
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the platform did not start: " + line + "\n" + Files.readString(log));
        }
        return new FaasProcess(process, Integer.parseInt(line.substring(READY.length())));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, SECONDS_TO_STOP, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }

    /** Commands run in other folders than this JVM. */
    private static String absolute(String classPath) {
        var entries = new ArrayList<String>();
        for (String entry : classPath.split(File.pathSeparator))
            entries.add(Path.of(entry).toAbsolutePath().toString());
        return String.join(File.pathSeparator, entries);
    }
}
