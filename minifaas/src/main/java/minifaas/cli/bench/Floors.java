package minifaas.cli.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import minifaas.kernel.Clock;

/** What this machine can do at best: the programs that do nothing but the least. */
final class Floors {
    private final Clock clock;
    private final Path classes;

    /** Copies the floors' classes into a folder, so that the class path of the floor is as short as can be. */
    Floors(Clock clock, Path folder) throws IOException {
        this.clock = clock;
        this.classes = folder;
        for (Class<?> floor : List.of(FloorServer.class, OneLine.class)) {
            String name = floor.getName().replace('.', '/') + ".class";
            Files.createDirectories(folder.resolve(name).getParent());
            try (InputStream file = floor.getResourceAsStream("/" + name)) {
                Files.copy(file, folder.resolve(name));
            }
        }
    }

    /** An HTTP server that gives this answer to everything. */
    ServerProcess server(String answer) throws IOException {
        return ServerProcess.start(
                clock, java(List.of("-Dsun.net.httpserver.nodelay=true"), FloorServer.class, answer));
    }

    /** A JVM that prints a line. */
    List<String> javaCommand() {
        return java(List.of(), OneLine.class);
    }

    /** How long a program takes from its start to its end. */
    Duration start(List<String> command) throws IOException {
        long start = clock.nanos();
        Process process = new ProcessBuilder(command).start();
        process.getInputStream().readAllBytes();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        return clock.since(start);
    }

    /** What a command prints, without the end of its line. */
    String lineOf(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /** Whether a program is on PATH. */
    static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private List<String> java(List<String> flags, Class<?> program, String... arguments) {
        var command = new ArrayList<>(List.of(ThisJvm.java()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classes.toString(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
