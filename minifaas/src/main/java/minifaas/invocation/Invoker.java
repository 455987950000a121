package minifaas.invocation;

import java.util.concurrent.CompletableFuture;

/**
 * Runs functions: an invocation in, an outcome out.
 *
 * <p>Each later chapter wraps or replaces a part of the one that this chapter has. The outcome comes as a future, so
 * that a thousand calls can wait without a thousand threads of the HTTP server waiting with them.
 */
@FunctionalInterface
public interface Invoker {
    /** Starts the invocation; the future completes with its outcome, and exceptionally only because of a bug. */
    CompletableFuture<Result> invoke(Invocation invocation);

    /**
     * An outcome and what the platform noted while it came about.
     *
     * @param outcome how the invocation ended
     * @param logTail the last 4 KB of what was logged for this invocation, START, END and REPORT lines included
     */
    record Result(Outcome outcome, byte[] logTail) {}
}
