package minifaas.async;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.kernel.Clock;

/** Passes the calls of those who wait for an answer on, and remembers when the last one came. */
public final class CallerWatch implements Invoker {
    private static final Duration LATELY = Duration.ofMillis(20);

    private final Invoker invoker;
    private final Clock clock;
    private volatile long lastNanos;

    public CallerWatch(Invoker invoker, Clock clock) {
        this.invoker = invoker;
        this.clock = clock;
        this.lastNanos = clock.nanos() - LATELY.toNanos();
    }

    @Override
    public CompletableFuture<Result> invoke(Invocation invocation) {
        lastNanos = clock.nanos();
        return invoker.invoke(invocation);
    }

    /** Whether somebody called within the last 20 ms. */
    boolean sawCallLately() {
        return clock.since(lastNanos).compareTo(LATELY) < 0;
    }
}
