package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;

/** The small programs below {@code src/test/workers}, compiled for workers to run. */
final class WorkerPrograms {
    private final Path folder;
    private final String mark = UUID.randomUUID().toString();

    /** Compiles them into a folder. */
    WorkerPrograms(Path folder) throws IOException {
        this.folder = folder;
        List<Path> sources = Lab.javaFiles(Path.of("src", "test", "workers"));
        assertThat(LabCompiler.compile(sources, List.of(), folder)).isEmpty();
    }

    /** A command that runs one of them. */
    WorkerCommand command(String program, String... flags) {
        var all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dmark=" + mark));
        all.addAll(List.of(flags));
        return new WorkerCommand(folder, all, List.of(folder), program);
    }

    /** The processes of this machine that run one of them. */
    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .filter(ProcessMeter::isRunning)
                .toList();
    }

    /** The lines that a worker writes, until it ends. */
    static List<String> allLines(Worker worker) throws IOException {
        try (BufferedReader lines = lines(worker)) {
            return lines.lines().toList();
        }
    }

    static BufferedReader lines(Worker worker) {
        return new BufferedReader(new InputStreamReader(worker.output(), StandardCharsets.UTF_8));
    }
}
