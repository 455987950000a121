package minifaas.course.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import minifaas.kernel.Clock;

/** A worker whose processes are looked at from outside, and ended when they use too much. */
final class WatchedWorker implements Worker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Process process;
    private final ProcessTree tree;
    private final Optional<MemoryGroup> group;
    private final Limits limits;
    private final Clock clock;
    private final PrintedOutput printed;

    /** Held by who ends it, for seconds at times: a second one waits, and a look does not. */
    private final Object ending = new Object();

    // guarded by this
    private Optional<String> reason = Optional.empty();
    private Clock.Timer nextLook;
    private boolean isEnding;
    private boolean isClosed;

    /**
     * Begins to watch.
     *
     * @param tree whose root is the process
     * @param group that its memory is limited by; closed with it
     */
    WatchedWorker(Process process, ProcessTree tree, Optional<MemoryGroup> group, Limits limits, Clock clock) {
        this.process = process;
        this.tree = tree;
        this.group = group;
        this.limits = limits;
        this.clock = clock;
        this.printed = new PrintedOutput(process.getErrorStream(), limits);
        this.nextLook = clock.after(BETWEEN_LOOKS, this::look);
    }

    private synchronized void look() {
        if (isEnding) return;
        var running = tree.running();
        if (running.isEmpty()) return;
        nextLook = clock.after(BETWEEN_LOOKS, this::look);
        noteReason(() -> ProcessMeter.usage(running).excess(limits));
        if (reason.isPresent()) tree.kill();
    }

    private void noteReason(Supplier<Optional<String>> seen) {
        if (reason.isEmpty()) reason = killedByKernel().or(seen);
    }

    private Optional<String> killedByKernel() {
        try {
            boolean wasKilled = group.isPresent() && group.get().hasKilled();
            return wasKilled ? Optional.of(Usage.tooMuchMemory(limits)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public String printed() {
        return printed.text();
    }

    @Override
    public synchronized Optional<String> endedBySandbox() {
        if (!isClosed) noteReason(Optional::empty);
        return reason;
    }

    @Override
    public void close() {
        synchronized (ending) {
            if (!stopLooking()) return;
            try {
                tree.end(LONGEST_END, clock);
                noteEnd();
                printed.finish(LONGEST_END);
                if (group.isPresent()) group.get().close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** False when it has been ended already. */
    private synchronized boolean stopLooking() {
        if (isClosed) return false;
        isEnding = true;
        nextLook.cancel();
        return true;
    }

    private synchronized void noteEnd() {
        noteReason(Optional::empty);
        isClosed = true;
    }
}
