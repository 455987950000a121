package minifaas.course.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** Reads what processes use: from {@code /proc} on Linux; elsewhere only what the JDK tells, which is no memory. */
final class ProcessMeter {
    private static final Path PROC = Path.of("/proc");
    private static final boolean IS_LINUX = Files.isReadable(PROC.resolve("self/stat"));
    private static final long KIB = 1024;
    /** The kernel's unit of processor time in /proc, on every architecture. */
    private static final Duration TICK = Duration.ofMillis(10);

    private ProcessMeter() {}

    /** Whether memory can be read here. */
    static boolean seesMemory() {
        return IS_LINUX;
    }

    /** Of all of them together; those that are gone use nothing. */
    static Usage usage(Collection<ProcessHandle> processes) {
        return processes.stream().map(ProcessMeter::usage).reduce(Usage.NONE, Usage::plus);
    }

    private static Usage usage(ProcessHandle process) {
        if (!IS_LINUX) return new Usage(0, 1, process.info().totalCpuDuration().orElse(Duration.ZERO));
        try {
            String status = read(process, "status");
            return new Usage(
                    number(status, "\nVmRSS:") * KIB, (int) number(status, "\nThreads:"), cpu(read(process, "stat")));
        } catch (IOException gone) {
            return Usage.NONE;
        }
    }

    /** Whether it still does something: one that is dead, and only waits to be asked how it ended, does not. */
    static boolean isRunning(ProcessHandle process) {
        if (!IS_LINUX) return process.isAlive();
        try {
            return process.isAlive() && !fields(read(process, "stat"))[0].equals("Z");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Its own and that of children that it has waited for: fields 14 to 17 of proc(5). */
    private static Duration cpu(String stat) {
        String[] fields = fields(stat);
        long ticks = 0;
        for (int field = 14; field <= 17; field++) ticks += Long.parseLong(fields[field - 3]);
        return TICK.multipliedBy(ticks);
    }

    /** The fields from the third on; the second is a name, in which anything may stand. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long number(String status, String label) {
        int at = status.indexOf(label);
        if (at < 0) return 0; // a dead process has no memory
        int end = status.indexOf('\n', at + label.length());
        return Long.parseLong(status.substring(at + label.length(), end).replaceAll("\\D", ""));
    }

    private static String read(ProcessHandle process, String file) throws IOException {
        return new String(Files.readAllBytes(PROC.resolve(process.pid() + "/" + file)), ISO_8859_1);
    }
}
