package minifaas.async;

import java.util.concurrent.CompletableFuture;

/** Keeps events so that the death of the process loses none. */
@FunctionalInterface
public interface EventStore {
    /** Keeps an event; completes when it would survive the death of the process, and fails when it cannot be kept. */
    CompletableFuture<Void> keep(QueuedEvent event);
}
