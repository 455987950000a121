package minifaas.async;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs all on the caller's thread, one task after the other, and nothing while it is held; for one thread only. */
final class HeldExecutor extends AbstractExecutorService {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean isHeld;
    private boolean isRunning;
    private boolean isShutdown;

    @Override
    public void execute(Runnable task) {
        if (isShutdown) throw new RejectedExecutionException("shut down");
        tasks.add(task);
        run();
    }

    int waiting() {
        return tasks.size();
    }

    void hold() {
        isHeld = true;
    }

    void goOn() {
        isHeld = false;
        run();
    }

    private void run() {
        if (isRunning || isHeld) return;
        isRunning = true;
        while (!tasks.isEmpty()) tasks.remove().run();
        isRunning = false;
    }

    @Override
    public void shutdown() {
        isShutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.copyOf(tasks);
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown && tasks.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return tasks.isEmpty();
    }
}
