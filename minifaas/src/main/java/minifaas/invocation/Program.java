package minifaas.invocation;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import minifaas.function.FunctionVersion;

/** A function's runtime as it runs in one kind of isolation, with all processes that it started. */
interface Program {
    /** Stops every process where it is. */
    void freeze();

    /** Lets every process go on. */
    void thaw();

    /** Ends every process; {@link #ended()} tells when. */
    void kill();

    /**
     * Measures the memory that it uses now; what uses more than its limit is killed.
     *
     * @param processes the machine's processes a short while ago
     */
    void sample(ProcessTable processes);

    /**
     * The most memory that all its processes have had together at once, in bytes, as far as it was sampled.
     *
     * <p>Nothing can be learnt of a process that has ended. So for a program that ended by itself this is what the last
     * sample before saw, which may be a few ms old while it initialises, and up to 200 ms later on.
     */
    long peakMemoryBytes();

    /** Completes when the runtime's process has ended, by itself or not. */
    CompletableFuture<Exit> ended();

    /** One way to run programs: as plain processes, in containers, in virtual machines. */
    @FunctionalInterface
    interface Kind {
        /**
         * Starts the runtime of a function version.
         *
         * @throws CannotStart when this machine or the code lacks what it needs
         * @throws IOException when it cannot be started
         */
        Program start(Plan plan) throws IOException, CannotStart;
    }

    /**
     * What to start.
     *
     * @param version whose code
     * @param folder the environment's own: it holds the copied code, /tmp and the output
     * @param variables environment variables, complete
     * @param mark a text that no other environment's variables contain
     */
    record Plan(FunctionVersion version, EnvironmentFolder folder, Map<String, String> variables, String mark) {}

    /**
     * How a process ended.
     *
     * @param status 0 to 255, or 128 and the signal's number when a signal ended it
     */
    record Exit(int status) {
        private static final Map<Integer, String> SIGNALS = Map.of(
                128 + 4, "illegal instruction",
                128 + 6, "aborted",
                128 + 7, "bus error",
                128 + 8, "floating point exception",
                128 + 9, "killed",
                128 + 11, "segmentation fault",
                128 + 15, "terminated");

        /** In AWS's words. */
        String description() {
            if (status == 0) return "Runtime exited without providing a reason";
            String signal = SIGNALS.get(status);
            if (signal != null) return "Runtime exited with error: signal: " + signal;
            return "Runtime exited with error: exit status " + status;
        }
    }

    /** There is no way to start it, and trying again would not help. */
    final class CannotStart extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Function<Invocation, Outcome> outcome;

        private CannotStart(String message, Function<Invocation, Outcome> outcome) {
            super(message);
            this.outcome = outcome;
        }

        /** This machine lacks what the runtime needs, for example an interpreter. */
        static CannotStart runtimeMissing(String message) {
            return new CannotStart(message, invocation -> new Outcome.NoEnvironment(Outcome.Why.RUNTIME, message));
        }

        /** The function's archive has no program to start. */
        static CannotStart invalidEntrypoint(String message) {
            return new CannotStart(message, new Failure(Outcome.Kind.INIT, "Runtime.InvalidEntrypoint", message)::of);
        }

        /** What an invocation of such a function ends with. */
        Function<Invocation, Outcome> outcome() {
            return outcome;
        }
    }
}
