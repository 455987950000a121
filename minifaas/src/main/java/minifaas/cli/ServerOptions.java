package minifaas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import minifaas.Settings;
import minifaas.Syllabus;
import minifaas.Syllabus.Chapter;
import minifaas.kernel.Database;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be chosen about a server that a command starts. */
final class ServerOptions {
    /** Lambda's smallest function: with less, none could run. */
    private static final int SMALLEST_MEMORY_MIB = 128;

    /** AWS keeps as many for functions without a reservation. */
    private static final int SMALLEST_CONCURRENCY = 100;

    private static final Duration LONGEST = Duration.ofDays(365);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--port", paramLabel = "PORT", description = "TCP port, 0 for any free one (${DEFAULT-VALUE})")
    private int port = 4566;

    @Option(names = "--host", paramLabel = "HOST", description = "address to listen on (${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(names = "--allow-host", paramLabel = "NAME", description = "a further name by which clients may call it")
    private List<String> allowedHosts = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "folder for all that it keeps (.minifaas)")
    private Path data;

    @Option(names = "--memory", paramLabel = "MB", description = "for all environments together (half the machine's)")
    private Integer memoryMiB;

    @Option(names = "--through", paramLabel = "N", description = "run the platform as far as chapter N (the last)")
    private Integer through;

    @Option(
            names = "--freeze-after",
            paramLabel = "MS",
            description = "how long an idle environment waits before it is frozen (${DEFAULT-VALUE})")
    private long freezeAfterMillis = 10;

    @Option(
            names = "--keep-alive",
            paramLabel = "SECONDS",
            description = "how long an idle environment is kept (${DEFAULT-VALUE})")
    private long keepAliveSeconds = 600;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "invocations that may run at once in an account, 100 or more (${DEFAULT-VALUE})")
    private int concurrency = 1000;

    @Option(
            names = "--scaling-rate",
            paramLabel = "N",
            description = "new environments that a function may have in 10 s (${DEFAULT-VALUE})")
    private int scalingRate = 1000;

    @Option(
            names = "--durable",
            paramLabel = "normal|full",
            description = "events and functions survive the server's death, or power cuts too (normal)")
    private Database.Durability durable = Database.Durability.NORMAL;

    /**
     * The choices, checked.
     *
     * @throws ParameterException when a value is out of its range
     */
    Settings settings() {
        check(port >= 0 && port <= 65_535, "--port is 0 to 65535, not " + port);
        check(!host.isBlank(), "--host needs a name or an address");
        check(
                freezeAfterMillis >= 0 && freezeAfterMillis <= LONGEST.toMillis(),
                "--freeze-after is 0 ms to " + LONGEST.toMillis() + " ms, a year, not " + freezeAfterMillis);
        check(
                keepAliveSeconds >= 0 && keepAliveSeconds <= LONGEST.toSeconds(),
                "--keep-alive is 0 s to " + LONGEST.toSeconds() + " s, a year, not " + keepAliveSeconds);
        check(
                concurrency >= SMALLEST_CONCURRENCY,
                "--concurrency is " + SMALLEST_CONCURRENCY + " or more, not " + concurrency);
        check(scalingRate >= 1, "--scaling-rate is 1 or more, not " + scalingRate);
        int memory = memoryMiB != null ? memoryMiB : Math.max(SMALLEST_MEMORY_MIB, MachineMemory.mebibytes() / 2);
        check(memory >= SMALLEST_MEMORY_MIB, "--memory is " + SMALLEST_MEMORY_MIB + " MB or more, not " + memory);
        return new Settings(
                host,
                port,
                allowedHosts,
                data != null ? data : Home.dataFolder(),
                memory,
                lastChapter(),
                Duration.ofMillis(freezeAfterMillis),
                Duration.ofSeconds(keepAliveSeconds),
                Settings.CLIENT_SILENCE,
                concurrency,
                scalingRate,
                durable);
    }

    private int lastChapter() {
        Syllabus syllabus = Syllabus.load();
        List<Chapter> built = syllabus.built();
        if (through == null) return built.get(built.size() - 1).number();
        if (built.stream().anyMatch(chapter -> chapter.number() == through)) return through;

        String known = built.stream().map(each -> String.valueOf(each.number())).collect(Collectors.joining(", "));
        Optional<Chapter> wanted = syllabus.chapter(through);
        String problem = wanted.isPresent()
                ? "chapter " + through + ", " + wanted.get().title() + ", is not in the program yet"
                : "there is no chapter " + through;
        throw new ParameterException(command.commandLine(), problem + "; --through takes one of " + known);
    }

    private void check(boolean right, String problem) {
        if (!right) throw new ParameterException(command.commandLine(), problem);
    }
}
