package minifaas;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minifaas.kernel.Database;

/**
 * What whoever starts minifaas chooses.
 *
 * @param host address to listen on
 * @param port TCP port, 0 for any free one
 * @param allowedHosts further names by which browsers and clients may address the server
 * @param data folder that holds everything; nothing is written outside it
 * @param memoryMiB for all execution environments together, counted by their MemorySize, in MiB
 * @param through the last chapter whose part of the platform runs
 * @param freezeAfter how long an idle environment waits for a next invocation before it is frozen
 * @param keepAlive how long an idle environment is kept
 * @param clientSilence how long a client that has begun a request may send nothing, or one that is sent an answer may
 *     read nothing, before its connection is closed
 * @param concurrency how many invocations may run at once, for each account in each region
 * @param scalingRate how many new environments each function may have in 10 s
 * @param durability what an event that was accepted survives, and the function that it is for
 */
public record Settings(
        String host,
        int port,
        List<String> allowedHosts,
        Path data,
        int memoryMiB,
        int through,
        Duration freezeAfter,
        Duration keepAlive,
        Duration clientSilence,
        int concurrency,
        int scalingRate,
        Database.Durability durability) {
    /** The usual limit for silent clients. */
    public static final Duration CLIENT_SILENCE = Duration.ofSeconds(30);

    private static final int CONCURRENCY = 1000;
    private static final int SCALING_RATE = 1000;

    public Settings {
        allowedHosts = List.copyOf(allowedHosts);
        data = data.toAbsolutePath().normalize();
    }

    /** With the usual limits: 30 s for silent clients, AWS's for concurrency and scaling rate; events survive the server. */
    public Settings(
            String host,
            int port,
            List<String> allowedHosts,
            Path data,
            int memoryMiB,
            int through,
            Duration freezeAfter,
            Duration keepAlive) {
        this(
                host,
                port,
                allowedHosts,
                data,
                memoryMiB,
                through,
                freezeAfter,
                keepAlive,
                CLIENT_SILENCE,
                CONCURRENCY,
                SCALING_RATE,
                Database.Durability.NORMAL);
    }
}
