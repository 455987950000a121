package minifaas.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import minifaas.kernel.Clock;
import minifaas.kernel.FileTree;
import minifaas.kernel.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code faas bench}: measures the platform on this machine.
 *
 * <p>Each figure is the median of several runs, and stands beside its floor: what the machine does when nothing but
 * the least is asked of it, measured in the same minutes. A figure that is not what was wanted fails nothing: it may be
 * the machine.
 */
@Command(name = "bench", description = "Measures the platform here, each figure beside the machine's own floor.")
public final class Bench implements Callable<Integer> {
    private static final String DEFAULT_FREEZE = "10";

    @Option(names = "--runs", paramLabel = "N", description = "runs of each figure (${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(names = "--seconds", paramLabel = "S", description = "length of a run under load (${DEFAULT-VALUE})")
    private double seconds = 2;

    private final Clock clock = new SystemClock();

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("minifaas-bench");
        try {
            measure(folder);
        } finally {
            FileTree.delete(folder);
        }
        return 0;
    }

    private void measure(Path folder) throws IOException {
        Duration time = Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
        var floors = new Floors(clock, folder.resolve("floors"));
        System.out.printf(
                "Java %s, %d cores; %d runs of each%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), runs);
        System.out.println(Figure.heading());
        startFigures(folder);

        var warm = new WarmFigures(clock, floors, Math.max(1, runs), time);
        for (String freezeAfter : List.of(DEFAULT_FREEZE, "0")) {
            Path data = folder.resolve("warm-" + freezeAfter);
            String[] options = {"--memory", "8192", "--freeze-after", freezeAfter};
            try (var server = ServerProcess.start(clock, ThisJvm.up(data, options))) {
                warm.measure(server, freezeAfter);
            }
        }
        try (var server = ServerProcess.start(clock, ThisJvm.up(folder.resolve("cold"), "--memory", "8192"))) {
            new ColdFigures(floors, Math.max(1, runs)).measure(server);
        }
        new EventFigures(clock, Math.max(1, runs), time).measure(folder);
    }

    /** From the start of the process to the line that says that it is ready, and what it holds then. */
    private void startFigures(Path folder) throws IOException {
        var ready = new ArrayList<Duration>();
        var resident = new ArrayList<Long>();
        for (int run = 0; run < Math.max(1, runs); run++) {
            try (var server = ServerProcess.start(clock, ThisJvm.up(folder.resolve("start")))) {
                ready.add(server.startToReady());
                server.residentMiB().ifPresent(resident::add);
            }
        }
        double millis = Figure.median(ready, each -> each.toNanos() / 1e6);
        System.out.println(Figure.of(
                "server, start to ready", millis, "ms", Double.NaN, "at most 1,500 ms", value -> value <= 1500));
        if (resident.isEmpty()) return;
        double mebibytes = Figure.median(resident, Long::doubleValue);
        System.out.println(Figure.of(
                "server, idle memory", mebibytes, "MiB", Double.NaN, "at most 120 MiB", value -> value <= 120));
    }
}
