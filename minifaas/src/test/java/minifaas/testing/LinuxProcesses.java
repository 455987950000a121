package minifaas.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What {@code /proc} tells of the processes of functions. */
public final class LinuxProcesses {
    private static final Path PROC = Path.of("/proc");

    private LinuxProcesses() {}

    /** Goes on only on Linux. */
    public static void needed() {
        boolean isLinux = File.separatorChar == '/' && Files.isReadable(PROC.resolve("self/stat"));
        Machine.require(isLinux, "not run: needs Linux");
    }

    /** Those of {@link #ofServer} that run a function with this name. */
    public static List<Long> ofFunction(Path data, String name) throws IOException {
        return withVariables("MINIFAAS_ENVIRONMENT=" + instance(data), "AWS_LAMBDA_FUNCTION_NAME=" + name + "\0");
    }

    /** The processes of all environments of the servers that ever had this data folder. */
    public static List<Long> ofServer(Path data) throws IOException {
        return withVariables("MINIFAAS_ENVIRONMENT=" + instance(data));
    }

    private static String instance(Path data) throws IOException {
        return Files.readString(data.resolve("instance"));
    }

    private static List<Long> withVariables(String... texts) {
        return matching(process -> {
            String variables = read(process, "environ");
            return Stream.of(texts).allMatch(variables::contains) && isRunning(process);
        });
    }

    /** The processes whose command line contains a text. */
    public static List<Long> withCommand(String text) {
        return matching(process -> read(process, "cmdline").contains(text) && isRunning(process));
    }

    private static List<Long> matching(Predicate<Long> condition) {
        var found = new ArrayList<Long>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                long process = Long.parseLong(folder.getFileName().toString());
                if (condition.test(process)) found.add(process);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return found;
    }

    /** Whether it is there and no zombie. */
    public static boolean isRunning(long process) {
        String state = state(process);
        return !state.isEmpty() && !state.equals("Z");
    }

    /** Whether it is stopped by a signal. */
    public static boolean isStopped(long process) {
        return state(process).equals("T");
    }

    private static String state(long process) {
        return field(process, 3);
    }

    /** The processor time that it has used, in ticks of 10 ms. */
    public static long processorTicks(long process) {
        return Long.parseLong(field(process, 14)) + Long.parseLong(field(process, 15));
    }

    /** A field of /proc/PID/stat from the third on, numbered as in proc(5); empty when the process is gone. */
    private static String field(long process, int number) {
        String stat = read(process, "stat");
        int name = stat.lastIndexOf(')');
        return name < 0 ? "" : stat.substring(name + 2).split(" ")[number - 3];
    }

    private static String read(long process, String file) {
        try {
            return new String(Files.readAllBytes(PROC.resolve(process + "/" + file)), ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }

    /** Sends a signal, such as KILL. */
    public static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, String.valueOf(process)).start().waitFor();
    }
}
