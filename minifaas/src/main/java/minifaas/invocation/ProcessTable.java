package minifaas.invocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's processes at one moment, with their parents and their memory: from {@code /proc} on Linux, from
 * {@code ps} on other Unix systems, empty on Windows.
 */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final boolean IS_LINUX = Files.isReadable(PROC.resolve("self/status"));
    private static final long KIB = 1024;

    /** Knows of no process. */
    static final ProcessTable EMPTY = new ProcessTable();

    private final Map<Long, Row> rows = new HashMap<>();
    private final Map<Long, List<Row>> children = new HashMap<>();

    /**
     * One process.
     *
     * @param residentBytes memory that it has now
     * @param peakBytes the most that it had so far, where the system tells, else what it has now
     */
    record Row(long process, long parent, long residentBytes, long peakBytes) {}

    private ProcessTable() {}

    /** All processes that can be seen. */
    static ProcessTable read() throws IOException {
        var table = new ProcessTable();
        if (IS_LINUX) {
            for (long process : linuxProcesses()) row(process).ifPresent(table::add);
        } else if (ProcessGroups.areSupported()) {
            table.addFromPs();
        }
        return table;
    }

    private void add(Row row) {
        rows.put(row.process(), row);
        children.computeIfAbsent(row.parent(), parent -> new ArrayList<>()).add(row);
    }

    private void addFromPs() throws IOException {
        Process ps = new ProcessBuilder("ps", "-axo", "pid=,ppid=,rss=").start();
        try (var lines = ps.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.trim().split("\\s+");
                long bytes = Long.parseLong(words[2]) * KIB;
                add(new Row(Long.parseLong(words[0]), Long.parseLong(words[1]), bytes, bytes));
            }
        }
    }

    /** Memory of a process and all its descendants together, in bytes; 0 when it is not there. */
    long treeBytes(long process) {
        Row row = rows.get(process);
        long bytes = row == null ? 0 : row.residentBytes();
        for (Row child : children.getOrDefault(process, List.of())) bytes += treeBytes(child.process());
        return bytes;
    }

    /** One process, where that is cheap (about 10 µs on Linux); empty elsewhere, and when it is gone. */
    static Optional<Row> row(long process) {
        if (!IS_LINUX) return Optional.empty();
        try {
            String status = Files.readString(PROC.resolve(process + "/status"), ISO_8859_1);
            return Optional.of(new Row(
                    process,
                    number(status, "\nPPid:"),
                    number(status, "\nVmRSS:") * KIB,
                    number(status, "\nVmHWM:") * KIB));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long number(String status, String label) {
        int at = status.indexOf(label);
        if (at < 0) return 0; // a zombie has no memory
        long number = 0;
        for (int i = at + label.length(); status.charAt(i) != '\n'; i++) {
            if (Character.isDigit(status.charAt(i))) number = number * 10 + (status.charAt(i) - '0');
        }
        return number;
    }

    /** The processes whose environment variables contain a text; Linux only, elsewhere none is found. */
    static List<ProcessHandle> markedWith(String mark) {
        var marked = new ArrayList<ProcessHandle>();
        if (!IS_LINUX) return marked;
        try {
            for (long process : linuxProcesses()) {
                if (variables(process).contains(mark)) ProcessHandle.of(process).ifPresent(marked::add);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("/proc cannot be listed", failure);
        }
        return marked;
    }

    private static String variables(long process) {
        try {
            return new String(Files.readAllBytes(PROC.resolve(process + "/environ")), ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }

    private static List<Long> linuxProcesses() throws IOException {
        var processes = new ArrayList<Long>();
        try (DirectoryStream<Path> numbers = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path number : numbers)
                processes.add(Long.parseLong(number.getFileName().toString()));
        }
        return processes;
    }
}
