package minifaas.course.sandbox;

import java.util.List;
import java.util.stream.Stream;

/** The two kinds of control groups that Linux has, with the names of their files. */
enum CgroupVersion {
    V1("cgroup", "memory.limit_in_bytes", "memory.memsw.limit_in_bytes", "memory.oom_control"),
    V2("cgroup2", "memory.max", "memory.swap.max", "memory.events");

    private final String fileSystem;
    private final String memoryFile;
    private final String swapFile;
    private final String eventsFile;

    CgroupVersion(String fileSystem, String memoryFile, String swapFile, String eventsFile) {
        this.fileSystem = fileSystem;
        this.memoryFile = memoryFile;
        this.swapFile = swapFile;
        this.eventsFile = eventsFile;
    }

    /** Takes the limit in bytes. */
    String memoryFile() {
        return memoryFile;
    }

    /** Limits swap; it is not there where the kernel does not count that. */
    String swapFile() {
        return swapFile;
    }

    /** Holds how many processes the kernel has killed for their memory. */
    String eventsFile() {
        return eventsFile;
    }

    /** What forbids swap: version 1 limits memory and swap together, version 2 swap alone. */
    long noSwap(long memoryBytes) {
        return this == V1 ? memoryBytes : 0;
    }

    /** Where the groups for memory are mounted, by the lines of {@code /proc/self/mountinfo}; usually one place. */
    Stream<String> mounts(List<String> mountInfo) {
        return mountInfo.stream()
                .filter(line -> line.contains(" - " + fileSystem + " "))
                .filter(line -> this == V2 || controllers(line.substring(line.lastIndexOf(' ') + 1)))
                .map(line -> line.split(" ")[4]);
    }

    /** The group that a process is in for memory, such as {@code /user.slice}, by the lines of its {@code cgroup}. */
    Stream<String> groups(List<String> cgroup) {
        return cgroup.stream()
                .map(line -> line.split(":", 3))
                .filter(words -> this == V2 ? words[0].equals("0") : controllers(words[1]))
                .map(words -> words[2]);
    }

    private static boolean controllers(String list) {
        return List.of(list.split(",")).contains("memory");
    }
}
