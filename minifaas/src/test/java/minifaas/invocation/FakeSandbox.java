package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import minifaas.function.FunctionVersion;

/** A sandbox without a process: the test says when it is ready, how its run ends, and when it is gone. */
public final class FakeSandbox implements Sandbox {
    private final FunctionVersion version;
    private final Watcher watcher;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private CompletableFuture<Run> running;
    private boolean isGone;
    private volatile Optional<String> problem = Optional.empty();

    FakeSandbox(FunctionVersion version, Watcher watcher) {
        this.version = version;
        this.watcher = watcher;
    }

    /** Starts fakes and keeps them for the test to play with. */
    public static final class Starter implements Sandbox.Starter {
        private final List<FakeSandbox> started = new CopyOnWriteArrayList<>();

        @Override
        public Sandbox start(FunctionVersion version, Watcher watcher) {
            var sandbox = new FakeSandbox(version, watcher);
            started.add(sandbox);
            return sandbox;
        }

        public List<FakeSandbox> started() {
            return started;
        }

        public FakeSandbox latest() {
            return started.get(started.size() - 1);
        }
    }

    public FunctionVersion version() {
        return version;
    }

    /** What was done to it: run, freeze, thaw, close. */
    public List<String> events() {
        return events;
    }

    public void isReady() {
        watcher.ready(this);
    }

    @Override
    public synchronized CompletableFuture<Run> run(Invocation invocation) {
        if (running != null && !running.isDone()) throw new AssertionError("two invocations in one environment");
        if (!invocation.version().deployment().equals(version.deployment())) {
            throw new AssertionError("an invocation of " + invocation.version() + " in an environment of " + version);
        }
        if (events.contains("freeze") && events.lastIndexOf("thaw") < events.lastIndexOf("freeze")) {
            throw new AssertionError("an invocation in a frozen environment");
        }
        events.add("run");
        running = new CompletableFuture<>();
        if (isGone) running.complete(Run.notStarted());
        return running;
    }

    public synchronized boolean isRunning() {
        return running != null && !running.isDone();
    }

    public void answers(String payload) {
        ends(new Outcome.Succeeded(payload.getBytes(UTF_8)));
    }

    public void ends(Outcome outcome) {
        CompletableFuture<Run> run;
        synchronized (this) {
            run = running;
        }
        run.complete(new Run(Optional.of(outcome), new byte[0]));
    }

    @Override
    public void freeze() {
        events.add("freeze");
    }

    @Override
    public void thaw() {
        events.add("thaw");
    }

    /** An attempt to close it throws. */
    public void cannotBeClosed(String message) {
        problem = Optional.of(message);
    }

    @Override
    public void close() {
        problem.ifPresent(message -> {
            throw new IllegalStateException(message);
        });
        events.add("close");
    }

    /** Its processes are gone, because it was closed or by themselves. */
    public void isGone() {
        synchronized (this) {
            isGone = true;
        }
        watcher.gone(this);
    }

    /** Its processes are gone, and nobody was told yet. */
    public synchronized void isGoneUnnoticed() {
        isGone = true;
    }
}
