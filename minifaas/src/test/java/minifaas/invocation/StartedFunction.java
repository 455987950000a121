package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.function.FunctionVersion;

/** A function in a sandbox of its own, for a test to call. */
public final class StartedFunction {
    private static final int LONGEST_CALL_SECONDS = 60;
    private static final int LONGEST_END_SECONDS = 30;

    private final FunctionVersion version;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Sandbox sandbox;

    StartedFunction(Sandbox.Starter starter, FunctionVersion version) {
        this.version = version;
        this.sandbox = starter.start(version, new Sandbox.Watcher() {
            @Override
            public void ready(Sandbox started) {}

            @Override
            public void gone(Sandbox ended) {
                gone.complete(null);
            }
        });
    }

    public FunctionVersion version() {
        return version;
    }

    public Sandbox.Run run(String payload) throws Exception {
        return sandbox.run(Versions.call(version, UUID.randomUUID().toString(), payload))
                .get(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
    }

    /** What the caller gets: the function's answer, or the error's payload. */
    public String answer(String payload) throws Exception {
        return answer(run(payload));
    }

    public static String answer(Sandbox.Run run) {
        Outcome outcome = run.outcome().orElseThrow();
        return outcome instanceof Outcome.FunctionError error
                ? new String(error.payload(), UTF_8)
                : new String(((Outcome.Succeeded) outcome).payload(), UTF_8);
    }

    /** The end of the run's log. */
    public static String log(Sandbox.Run run) {
        return new String(run.logTail(), UTF_8);
    }

    public void freeze() {
        sandbox.freeze();
    }

    public void thaw() {
        sandbox.thaw();
    }

    /** Waits until the sandbox's watcher has heard that it is gone. */
    public void awaitEnd() throws Exception {
        gone.get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    }

    public void close() throws Exception {
        sandbox.close();
        awaitEnd();
    }
}
