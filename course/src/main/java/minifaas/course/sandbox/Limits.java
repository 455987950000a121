package minifaas.course.sandbox;

import java.time.Duration;

/**
 * What one worker may use up.
 *
 * @param memoryMiB of all its processes together
 * @param processes and threads that it may have at one time
 * @param printedBytes of its output that are kept; the rest is read and dropped
 * @param cpu processor time of all its processes together
 */
public record Limits(int memoryMiB, int processes, int printedBytes, Duration cpu) {
    /** For a submission: 512 MiB, 128 threads, 1 MB printed, 60 s of processor time. */
    public static final Limits USUAL = new Limits(512, 128, 1_000_000, Duration.ofSeconds(60));
}
