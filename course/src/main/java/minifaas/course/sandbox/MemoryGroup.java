package minifaas.course.sandbox;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A control group, in which the kernel kills processes that need more memory than it may have.
 *
 * @param folder of the group in its file system
 */
record MemoryGroup(Path folder, CgroupVersion version) implements AutoCloseable {
    private static final long MIB = 1024 * 1024;
    private static final String KILLED = "oom_kill ";

    /** Sets the limit, of memory and swap together. */
    void limit(Limits limits) throws IOException {
        long bytes = limits.memoryMiB() * MIB;
        set(version.memoryFile(), bytes);
        if (Files.exists(folder.resolve(version.swapFile()))) set(version.swapFile(), version.noSwap(bytes));
    }

    private void set(String file, long value) throws IOException {
        Files.writeString(folder.resolve(file), Long.toString(value), WRITE);
    }

    /** The command, begun by a shell that puts itself into the group first: so nothing of it is ever outside. */
    List<String> joining(List<String> command) {
        var joining = new ArrayList<>(List.of("/bin/sh", "-c", "echo $$ >\"$0\" && exec \"$@\""));
        joining.add(folder.resolve("cgroup.procs").toString());
        joining.addAll(command);
        return joining;
    }

    /** Whether the kernel has killed a process in it. */
    boolean hasKilled() throws IOException {
        return Files.readAllLines(folder.resolve(version.eventsFile())).stream()
                .filter(line -> line.startsWith(KILLED))
                .anyMatch(line -> !line.equals(KILLED + "0"));
    }

    /** Removes the group, whose processes must be gone. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder);
    }
}
