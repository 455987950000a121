package minifaas.course.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a worker's JVM. */
final class JvmLine {
    private JvmLine() {}

    /**
     * The line, with the heap limited to three quarters of the memory: the rest is for what else a JVM needs, and code
     * that fills the heap gets the JVM's own error.
     */
    static List<String> of(Path java, WorkerCommand command, Limits limits) {
        var line = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + limits.memoryMiB() * 3 / 4 + "m",
                // no file about itself in /tmp
                "-XX:-UsePerfData",
                // its warnings are no part of what the program answers
                "-Xlog:disable",
                "-Xlog:all=warning:stderr"));
        line.addAll(command.flags());
        line.add("-cp");
        line.add(command.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        line.add(command.mainClass());
        return line;
    }
}
