package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;

/** Environments without processes: a test says how many calls are refused first, and ends the runs itself. */
final class ScriptedEnvironments implements Environments {
    private final List<FunctionVersion> acquired = new ArrayList<>();
    private final List<Sandbox.Run> released = new ArrayList<>();
    private final List<CompletableFuture<Sandbox.Run>> runs = new ArrayList<>();
    private int refusals;

    /** The next call finds no room. */
    void refuseOnce() {
        refusals++;
    }

    /** Which versions environments were asked for, in their order. */
    List<FunctionVersion> acquired() {
        return acquired;
    }

    /** The runs with which environments were given back, in their order. */
    List<Sandbox.Run> released() {
        return released;
    }

    /** How many invocations were given to a sandbox. */
    int runs() {
        return runs.size();
    }

    /** The run that was started last ends. */
    void ends(Sandbox.Run run) {
        assertThat(runs)
                .as("the invocation is given to the sandbox of the environment that was granted")
                .isNotEmpty();
        runs.get(runs.size() - 1).complete(run);
    }

    @Override
    public CompletableFuture<Acquired> acquire(FunctionVersion version) {
        acquired.add(version);
        if (refusals-- > 0)
            return CompletableFuture.completedFuture(new Refused(new Outcome.Throttled("Full", "Rate Exceeded.")));
        return CompletableFuture.completedFuture(new Granted(new ScriptedSandbox()));
    }

    @Override
    public void release(Sandbox sandbox, Sandbox.Run run) {
        released.add(run);
    }

    private final class ScriptedSandbox implements Sandbox {
        @Override
        public CompletableFuture<Run> run(Invocation invocation) {
            var run = new CompletableFuture<Run>();
            runs.add(run);
            return run;
        }

        @Override
        public void freeze() {}

        @Override
        public void thaw() {}

        @Override
        public void close() {}
    }
}
