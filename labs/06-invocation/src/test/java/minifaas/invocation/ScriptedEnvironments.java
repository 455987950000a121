package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;

/** Environments without processes: a test says which call is refused, and ends the runs itself. */
final class ScriptedEnvironments implements Environments {
    private final List<FunctionVersion> acquired = new ArrayList<>();
    private final List<Sandbox.Run> released = new ArrayList<>();
    private final List<CompletableFuture<Sandbox.Run>> runs = new ArrayList<>();
    private Optional<Outcome.Throttled> refusal = Optional.empty();

    /** The next call finds no room, for this reason. */
    void refuseOnce(Outcome.Throttled reason) {
        refusal = Optional.of(reason);
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
        Acquired acquired = refusal.<Acquired>map(Refused::new).orElseGet(() -> new Granted(new ScriptedSandbox()));
        refusal = Optional.empty();
        return CompletableFuture.completedFuture(acquired);
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
