package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import minifaas.course.jars.CourseJars;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.Worker;
import minifaas.course.sandbox.WorkerCommand;
import minifaas.course.sandbox.WorkerSandbox;
import minifaas.kernel.Threads;

/** Workers as processes without any protection, for tests; it remembers the commands. */
public final class PlainWorkers implements WorkerSandbox {
    private final List<WorkerCommand> commands = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new CopyOnWriteArrayList<>();

    /** What was started, in its order. */
    List<WorkerCommand> commands() {
        return commands;
    }

    /** The processes that were started, in their order. */
    List<Process> processes() {
        return processes;
    }

    @Override
    public Worker start(WorkerCommand command, Limits limits) throws IOException {
        commands.add(command);
        var line = new ArrayList<>(List.of(CourseJars.java(), "-Xmx" + limits.memoryMiB() + "m"));
        line.addAll(command.flags());
        String classPath = String.join(
                File.pathSeparator,
                command.classPath().stream().map(Path::toString).toList());
        line.addAll(List.of("-cp", classPath, command.mainClass()));
        Process process = new ProcessBuilder(line).start();
        processes.add(process);
        return new PlainWorker(process);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public List<String> cannotStop() {
        return List.of("anything");
    }

    private static final class PlainWorker implements Worker {
        private final Process process;
        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

        PlainWorker(Process process) {
            this.process = process;
            Threads.daemon("printed", this::read).start();
        }

        private void read() {
            try {
                process.getErrorStream().transferTo(printed);
            } catch (IOException killed) {
                printed.writeBytes(killed.toString().getBytes(UTF_8));
            }
        }

        @Override
        public OutputStream input() {
            return process.getOutputStream();
        }

        @Override
        public InputStream output() {
            return process.getInputStream();
        }

        @Override
        public String printed() {
            return printed.toString(UTF_8);
        }

        @Override
        public Optional<String> endedBySandbox() {
            return Optional.empty();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }
}
