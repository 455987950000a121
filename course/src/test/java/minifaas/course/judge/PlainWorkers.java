package minifaas.course.judge;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.PlainProcess;
import minifaas.course.sandbox.Worker;
import minifaas.course.sandbox.WorkerCommand;
import minifaas.course.sandbox.WorkerSandbox;
import minifaas.kernel.SystemClock;

/** Workers as plain processes; it remembers what was started. */
final class PlainWorkers implements WorkerSandbox {
    private final WorkerSandbox plain = new PlainProcess(new SystemClock(), "a test needs no better one");
    private final List<WorkerCommand> commands = new CopyOnWriteArrayList<>();
    private final List<ProcessHandle> processes = new CopyOnWriteArrayList<>();

    /** What was started, in its order. */
    List<WorkerCommand> commands() {
        return commands;
    }

    /** The processes that were started. */
    List<ProcessHandle> processes() {
        return processes;
    }

    @Override
    public Worker start(WorkerCommand command, Limits limits) throws IOException {
        commands.add(command);
        Set<ProcessHandle> before = children();
        Worker worker = plain.start(command, limits);
        children().stream().filter(each -> !before.contains(each)).forEach(processes::add);
        return worker;
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public List<String> cannotStop() {
        return plain.cannotStop();
    }
}
