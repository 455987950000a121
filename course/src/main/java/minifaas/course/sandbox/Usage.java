package minifaas.course.sandbox;

import java.time.Duration;
import java.util.Optional;

/**
 * What the processes of a worker use.
 *
 * @param memoryBytes resident, of all together; what two of them share counts twice
 * @param tasks processes and threads there are
 * @param cpu processor time until now
 */
record Usage(long memoryBytes, int tasks, Duration cpu) {
    static final Usage NONE = new Usage(0, 0, Duration.ZERO);

    private static final long MIB = 1024 * 1024;

    /** Of two together. */
    Usage plus(Usage other) {
        return new Usage(memoryBytes + other.memoryBytes, tasks + other.tasks, cpu.plus(other.cpu));
    }

    /** Why it is too much, such as {@code it used more than 512 MiB of memory}; empty while it is not. */
    Optional<String> excess(Limits limits) {
        if (memoryBytes > limits.memoryMiB() * MIB) return Optional.of(tooMuchMemory(limits));
        if (cpu.compareTo(limits.cpu()) > 0)
            return Optional.of("it used more than " + limits.cpu().toSeconds() + " s of processor time");
        if (tasks > limits.processes())
            return Optional.of("it had more than " + limits.processes() + " processes and threads at a time");
        return Optional.empty();
    }

    /** The sentence for memory, which the kernel may notice first. */
    static String tooMuchMemory(Limits limits) {
        return "it used more than " + limits.memoryMiB() + " MiB of memory";
    }
}
