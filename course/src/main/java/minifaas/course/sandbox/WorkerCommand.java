package minifaas.course.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * The JVM that a sandbox starts.
 *
 * @param folder its own: with the path of the host, the only one outside the JDK and the system's libraries that the
 *     JVM can see; it can't write there
 * @param flags of the JVM, besides those that set its limits
 * @param classPath jars and folders below {@code folder}
 * @param mainClass what it runs
 */
public record WorkerCommand(Path folder, List<String> flags, List<Path> classPath, String mainClass) {
    public WorkerCommand {
        folder = folder.toAbsolutePath().normalize();
        flags = List.copyOf(flags);
        classPath = List.copyOf(classPath);
    }
}
