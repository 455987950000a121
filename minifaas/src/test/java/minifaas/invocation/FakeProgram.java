package minifaas.invocation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program without a process: it notes what is done to it, and ends when the test says so. */
final class FakeProgram implements Program {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Exit> ended = new CompletableFuture<>();

    /** freeze, thaw, kill. */
    List<String> events() {
        return events;
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
    public void sample(ProcessTable processes) {}

    @Override
    public long peakMemoryBytes() {
        return 42 * 1024 * 1024;
    }

    @Override
    public CompletableFuture<Exit> ended() {
        return ended;
    }
}
