package minifaas.invocation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A runtime that runs as a process, together with its descendants. */
final class ProcessProgram implements Program {
    private static final long MIB = 1024 * 1024;

    private final Process process;
    private final String mark;
    private final long memoryLimitBytes;
    private final Optional<Guardian> guardian;
    private final CompletableFuture<Exit> ended;
    private volatile long peakMemoryBytes;

    /** @param guardian empty where the system has no process groups */
    ProcessProgram(Process process, Plan plan, Optional<Guardian> guardian) {
        this.process = process;
        this.mark = plan.mark();
        this.memoryLimitBytes = plan.version().settings().memorySizeMiB() * MIB;
        this.guardian = guardian;
        this.ended = process.onExit().thenApply(dead -> {
            killDescendants();
            guardian.ifPresent(guard -> guard.forget(process.pid()));
            return new Exit(dead.exitValue() & 0xff);
        });
    }

    @Override
    public void freeze() {
        guardian.ifPresent(guard -> guard.send(Guardian.Signal.STOP, process.pid()));
    }

    @Override
    public void thaw() {
        guardian.ifPresent(guard -> guard.send(Guardian.Signal.CONT, process.pid()));
    }

    @Override
    public void kill() {
        // before their parent dies: after that, nothing tells whose children they were
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The main process is dead; nothing that it started may outlive it, in its group or out of it. */
    private void killDescendants() {
        guardian.ifPresent(guard -> guard.send(Guardian.Signal.KILL, process.pid()));
        ProcessTable.markedWith(mark).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void sample(ProcessTable processes) {
        ProcessTable.row(process.pid()).ifPresent(row -> note(row.residentBytes(), row.peakBytes()));
        long together = processes.treeBytes(process.pid());
        note(together, together);
    }

    private synchronized void note(long residentBytes, long peakBytes) {
        peakMemoryBytes = Math.max(peakMemoryBytes, peakBytes);
        if (residentBytes > memoryLimitBytes) kill();
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
