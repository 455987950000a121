package minifaas.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import minifaas.kernel.Clock;
import minifaas.kernel.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code faas watch}: environments by state, the queue and throttled calls, as they change. */
@Command(name = "watch", description = "Draws environments, queue and throttled calls as they change.")
final class Watch implements Callable<Integer> {
    /** More than terminals are wide. */
    private static final int REMEMBERED = 500;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String UP = "\u001b[%dA";
    private static final String TO_END_OF_LINE = "\u001b[K";
    private static final String TO_END_OF_SCREEN = "\u001b[J";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--every",
            paramLabel = "MS",
            defaultValue = "500",
            description = "time from one look to the next (${DEFAULT-VALUE})")
    private long everyMillis;

    @Option(names = "--looks", paramLabel = "N", description = "ends after so many looks, and not at Ctrl-C only")
    private long looks = Long.MAX_VALUE;

    @Mixin
    private PlatformAddress platform;

    private final Clock clock = new SystemClock();
    private final boolean isTerminal = Ansi.AUTO.enabled();
    private final List<Look> seen = new ArrayList<>();
    private int linesDrawn;

    @Override
    public Integer call() throws IOException {
        if (everyMillis < 1) throw new ParameterException(command.commandLine(), "--every is 1 ms or more");
        if (looks < 1) throw new ParameterException(command.commandLine(), "--looks is 1 or more");
        LambdaClient client = platform.client();
        for (long left = looks; ; left--) {
            show(Look.read(client.get("/_minifaas/state")));
            if (left == 1 || System.out.checkError()) return 0; // an error: nobody reads it any more
            try {
                Thread.sleep(everyMillis);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    private void show(Look look) {
        boolean isNew = seen.isEmpty() || !seen.get(seen.size() - 1).equals(look);
        seen.add(look);
        if (seen.size() > REMEMBERED) seen.remove(0);
        if (isTerminal) redraw();
        else if (isNew) System.out.println(line(look, clock.now().atZone(ZoneId.systemDefault())));
    }

    /** A look where nothing can be drawn over. */
    static String line(Look look, ZonedDateTime time) {
        return TIME.format(time) + " " + look.line();
    }

    /** Draws over what was drawn before. */
    private void redraw() {
        List<String> lines = Chart.draw(seen, TerminalSize.now());
        if (linesDrawn > 0) System.out.printf(UP, linesDrawn);
        lines.forEach(line -> System.out.println(line + TO_END_OF_LINE));
        System.out.print(TO_END_OF_SCREEN);
        linesDrawn = lines.size();
    }
}
