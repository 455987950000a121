package minifaas.course.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import minifaas.kernel.SystemClock;

/** Starts a worker in a thread that ends, says then what the worker said, and waits until it is killed. */
final class KilledGrader {
    private KilledGrader() {}

    /** @param arguments the folder of the programs, and flags */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<String> flags = List.of(arguments).subList(1, arguments.length);
        var command = new WorkerCommand(folder, flags, List.of(folder), "Sleeper");
        Bubblewrap sandbox = Bubblewrap.tried(new SystemClock());
        var said = new FutureTask<>(
                () -> WorkerPrograms.lines(sandbox.start(command, Limits.USUAL)).readLine());
        var starter = new Thread(said);
        starter.start();
        starter.join();
        System.out.println(said.get());
        Thread.sleep(Long.MAX_VALUE);
    }
}
