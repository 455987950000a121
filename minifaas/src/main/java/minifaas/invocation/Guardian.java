package minifaas.invocation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small shell script beside the server: it sends signals to process groups, and when the server dies, however it
 * dies, it kills every group that it was told of.
 */
final class Guardian implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Guardian.class);

    /** What can be sent to a process group. */
    enum Signal {
        STOP,
        CONT,
        KILL
    }

    private final Path script;
    private final String mark;

    // guarded by this
    private final Set<Long> groups = new LinkedHashSet<>();
    private Process process;
    private OutputStream commands;
    private boolean isClosed;

    /**
     * @param script the file {@code guardian.sh}
     * @param mark a text that the environment variables of every watched process contain
     */
    Guardian(Path script, String mark) throws IOException {
        this.script = script;
        this.mark = mark;
        start();
    }

    private void start() throws IOException {
        var command = ProcessGroups.leaderOf(List.of("sh", script.toString(), mark));
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        commands = process.getOutputStream();
    }

    /** From now on the group dies with the server. */
    synchronized void watch(long group) throws IOException {
        tell("watch " + group);
        groups.add(group); // not before: a guardian that is started anew is told of all groups
    }

    /** The group has ended. */
    synchronized void forget(long group) {
        groups.remove(group);
        tryToTell("forget " + group);
    }

    synchronized void send(Signal signal, long group) {
        tryToTell(signal + " " + group);
    }

    private void tryToTell(String command) {
        try {
            tell(command);
        } catch (IOException failure) {
            log.error("the guardian process cannot be reached: {}", command, failure);
        }
    }

    private void tell(String command) throws IOException {
        if (isClosed) return; // it has killed all groups
        if (!process.isAlive()) {
            log.warn("the guardian process has ended; starting another");
            start();
            for (long group : groups) write("watch " + group);
        }
        write(command);
    }

    private void write(String command) throws IOException {
        commands.write((command + "\n").getBytes(US_ASCII));
        commands.flush();
    }

    /** Ends the guardian; groups that are still watched are killed. */
    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        commands.close();
    }
}
