import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says what a process can know of what is around it, and tries to end the process in its property {@code victim}. */
public class Surroundings {
    public static void main(String[] arguments) throws Exception {
        System.out.println("variables " + System.getenv().keySet());
        System.out.println("processes " + ProcessHandle.allProcesses().count());
        long victim = Long.getLong("victim");
        System.out.println("victim seen " + ProcessHandle.of(victim).isPresent());
        ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        for (String line : status) {
            if (line.startsWith("Uid:") || line.startsWith("CapEff:") || line.startsWith("NoNewPrivs:"))
                System.out.println(line.replace('\t', ' '));
        }
    }
}
