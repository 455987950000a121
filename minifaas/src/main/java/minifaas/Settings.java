package minifaas;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
        Duration clientSilence) {
    private static final Duration CLIENT_SILENCE = Duration.ofSeconds(30);

    public Settings {
        allowedHosts = List.copyOf(allowedHosts);
        data = data.toAbsolutePath().normalize();
    }

    /** With the usual limit for silent clients: 30 s. */
    public Settings(
            String host,
            int port,
            List<String> allowedHosts,
            Path data,
            int memoryMiB,
            int through,
            Duration freezeAfter,
            Duration keepAlive) {
        this(host, port, allowedHosts, data, memoryMiB, through, freezeAfter, keepAlive, CLIENT_SILENCE);
    }
}
