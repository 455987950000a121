package minifaas.course.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import minifaas.kernel.Clock;

/** A process with all that it has started. Descendants that were seen once stay known when their parents are gone. */
final class ProcessTree {
    private static final long NANOS_BETWEEN_LOOKS = 2_000_000;

    private final Process root;
    private final boolean rootEndsLast;
    private final Set<ProcessHandle> known = new HashSet<>(); // guarded by this

    /**
     * A tree of processes.
     *
     * @param rootEndsLast whether the root ends by itself when its descendants have ended, and not before; it is not
     *     killed then, so that its end is the end of all
     */
    ProcessTree(Process root, boolean rootEndsLast) {
        this.root = root;
        this.rootEndsLast = rootEndsLast;
    }

    /** Those that run now. */
    synchronized List<ProcessHandle> running() {
        Stream<ProcessHandle> parents = root.isAlive() ? Stream.of(root.toHandle()) : List.copyOf(known).stream();
        parents.flatMap(ProcessHandle::descendants).forEach(known::add);
        known.removeIf(process -> !ProcessMeter.isRunning(process));
        return Stream.concat(known.stream(), Stream.of(root.toHandle()).filter(ProcessHandle::isAlive))
                .toList();
    }

    /** Kills those that run now; what they start meanwhile may escape, until the next time. */
    void kill() {
        running().stream()
                .filter(process -> !rootEndsLast || process.pid() != root.pid())
                .forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Kills all, until none is left.
     *
     * @throws IOException when some could not be killed in time
     */
    void end(Duration limit, Clock clock) throws IOException {
        long begun = clock.nanos();
        for (kill(); !running().isEmpty(); kill()) {
            if (clock.since(begun).compareTo(limit) > 0)
                throw new IOException("can't be ended: processes " + running());
            // nothing tells when a process ends that is no child of this one
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
    }
}
