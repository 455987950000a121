package minifaas.course.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minifaas.course.jars.CourseJars;
import minifaas.kernel.Clock;

/** Workers that are ordinary processes of the account: limits that are watched, and no walls. */
public final class PlainProcess implements WorkerSandbox {
    /** Windows starts no program without it. */
    private static final Set<String> NEEDED_VARIABLES = Set.of("SystemRoot");

    private final Clock clock;
    private final String why;

    /**
     * A sandbox of this kind.
     *
     * @param why there is no better one, such as {@code bwrap is not on PATH}
     */
    public PlainProcess(Clock clock, String why) {
        this.clock = clock;
        this.why = why;
    }

    @Override
    public Worker start(WorkerCommand command, Limits limits) throws IOException {
        var builder = new ProcessBuilder(JvmLine.of(Path.of(CourseJars.java()), command, limits))
                .directory(command.folder().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(NEEDED_VARIABLES);
        environment.put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        return new WatchedWorker(process, new ProcessTree(process, false), Optional.empty(), limits, clock);
    }

    @Override
    public String name() {
        return "plain process (" + why + ")";
    }

    @Override
    public List<String> cannotStop() {
        var open = new ArrayList<>(List.of(
                "it can read every file that this account can read, the reference's and the tests' sources included",
                "it can change and delete every file that this account can",
                "it can open connections to this machine and to others",
                "it can see, signal and debug the other processes of this account, the grader's own included",
                "a process that leaves its tree at once is neither counted nor ended",
                "between two looks, 50 ms apart, it can start more processes than it may have",
                "it goes on when the grader is killed",
                "it can fill the disk"));
        if (!ProcessMeter.seesMemory()) open.add("memory is limited by the JVM's own option alone");
        return open;
    }
}
