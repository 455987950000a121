package minifaas.invocation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;

/**
 * One execution environment: the runtime, the handler, a /tmp and the environment variables of one version of one
 * function, apart from all others.
 *
 * <p>It serves one invocation at a time: {@link #run} must not be called again before the previous run has ended.
 * Between runs it may be frozen. After {@link #close} nothing of it is left: no process, no file.
 *
 * <p>AWS: "Understanding the Lambda execution environment lifecycle" (November 2026).
 */
public interface Sandbox {
    /**
     * Runs one invocation; the first one waits until the runtime has initialised.
     *
     * <p>The time limit of the function counts from the moment the runtime takes the event.
     */
    CompletableFuture<Run> run(Invocation invocation);

    /** Stops all that runs in it, as soon as the runtime waits for an event; memory and files stay as they are. */
    void freeze();

    /** Lets a frozen one go on where it was; does nothing to one that is not frozen. */
    void thaw();

    /** Ends it, whatever it is doing. */
    void close();

    /**
     * How a run ended.
     *
     * @param outcome empty when the environment was gone before its runtime took the event, so that nothing ran
     * @param logTail the last 4 KB that the invocation logged
     */
    record Run(Optional<Outcome> outcome, byte[] logTail) {
        /** A run that never began. */
        public static Run notStarted() {
            return new Run(Optional.empty(), new byte[0]);
        }
    }

    /** Makes sandboxes of one kind. */
    @FunctionalInterface
    interface Starter {
        /** Starts a sandbox; it is there at once, and initialises while this returns. */
        Sandbox start(FunctionVersion version, Watcher watcher);
    }

    /** Who wants to know what becomes of a sandbox. Each method is called once at most. */
    interface Watcher {
        /** The runtime asked for its first event: initialisation is over. */
        void ready(Sandbox sandbox);

        /** Nothing of it runs any more, because it was closed or because it ended by itself. */
        void gone(Sandbox sandbox);
    }
}
