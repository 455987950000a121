package minifaas.scaling;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs an action again and again, as long as somebody asks for it: on the thread of whoever asks, never on two at once,
 * and once more when somebody asked while it ran. So the last run has always seen all that was there at the last request.
 */
final class ReconcileLoop {
    private final Runnable action;
    private final AtomicInteger requests = new AtomicInteger();

    ReconcileLoop(Runnable action) {
        this.action = action;
    }

    /** Has the action run from its beginning: before this returns, or on the thread that is at it. */
    void request() {
        if (requests.getAndIncrement() > 0) return;
        try {
            int seen;
            do {
                seen = requests.get();
                action.run();
            } while (requests.addAndGet(-seen) > 0);
        } catch (RuntimeException | Error failure) {
            requests.set(0); // the next request begins anew
            throw failure;
        }
    }
}
