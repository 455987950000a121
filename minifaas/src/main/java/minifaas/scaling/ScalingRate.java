package minifaas.scaling;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import minifaas.environment.StartPolicy;
import minifaas.function.FunctionId;
import minifaas.function.FunctionVersion;
import minifaas.kernel.Clock;

/**
 * How fast the environments of each function may become more: so many at once, and so many again every 10 s.
 *
 * <p>Source: docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html, 2026-11.
 */
public final class ScalingRate implements StartPolicy {
    private static final Duration REFILL = Duration.ofSeconds(10);

    private final int environments;
    private final Clock clock;
    // guarded by this
    private final Map<FunctionId, TokenBucket> buckets = new HashMap<>();

    /** @param environments new ones of each function in 10 s; 1 or more */
    public ScalingRate(int environments, Clock clock) {
        this.environments = environments;
        this.clock = clock;
    }

    @Override
    public synchronized boolean mayStart(FunctionVersion version) {
        return bucket(version.function()).has(clock.nanos());
    }

    @Override
    public synchronized void started(FunctionVersion version) {
        bucket(version.function()).take(clock.nanos());
    }

    private TokenBucket bucket(FunctionId function) {
        return buckets.computeIfAbsent(function, first -> new TokenBucket(environments, REFILL, clock.nanos()));
    }

    /** Forgets a function that was deleted. */
    public synchronized void forget(FunctionId function) {
        buckets.remove(function);
    }
}
