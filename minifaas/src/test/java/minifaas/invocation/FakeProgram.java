package minifaas.invocation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program without a process: it notes what is done to it, and ends when the test says so. */
final class FakeProgram implements Program {
    private static final long MIB = 1024 * 1024;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Exit> ended = new CompletableFuture<>();
    private volatile long usedBytes = 42 * MIB;
    private volatile long peakMemoryBytes;

    /** freeze, thaw, kill. */
    List<String> events() {
        return events;
    }

    /** From now on it has this much memory, until it ends. */
    void uses(int mebibytes) {
        usedBytes = mebibytes * MIB;
    }

    @Override
    public void freeze() {
        events.add("freeze");
    }

    @Override
    public void thaw() {
        events.add("thaw");
    }

    @Override
    public void kill() {
        events.add("kill");
    }

    @Override
    public void sample(ProcessTable processes) {
        if (!ended.isDone()) peakMemoryBytes = usedBytes;
    }

    @Override
    public long peakMemoryBytes() {
        return peakMemoryBytes;
    }

    @Override
    public CompletableFuture<Exit> ended() {
        return ended;
    }
}
