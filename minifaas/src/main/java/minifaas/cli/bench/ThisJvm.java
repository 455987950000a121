package minifaas.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM that runs the benchmark: the server under test gets the same program and flags. */
final class ThisJvm {
    private ThisJvm() {}

    /** The command {@code java}. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The command that starts a server.
     *
     * @throws IOException when minifaas was not started from its jar
     */
    static List<String> up(Path data, String... options) throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", jar().toString(), "up", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        return command;
    }

    /** The jar that this JVM was started with, so that the server starts with the same archive of classes. */
    private static Path jar() throws IOException {
        Path program = Path.of(System.getProperty("java.class.path"));
        if (Files.isRegularFile(program)) return program;
        throw new IOException("bench measures the packaged program: start it with ./faas bench");
    }
}
