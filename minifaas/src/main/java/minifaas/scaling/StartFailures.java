package minifaas.scaling;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which deployments failed to start or died before anybody called, and how long each is left alone: 1 s after the first
 * failure, twice as long after each further one, 5 min at most.
 *
 * <p>Not for several threads at once: its owner guards it.
 */
final class StartFailures {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private record Failure(Duration delay, long retryNanos, boolean isStart) {}

    private final Map<String, Failure> failures = new HashMap<>();

    /**
     * Counts a failure.
     *
     * @param isStart whether initialisation failed
     * @param nowNanos a reading of the clock's {@code nanos()}
     * @return when to try again; empty when that has been said, since the deployment is being left alone
     */
    Optional<Duration> add(String deployment, boolean isStart, long nowNanos) {
        if (!mayStart(deployment, nowNanos)) return Optional.empty();
        Failure before = failures.get(deployment);
        Duration doubled = before == null ? FIRST : before.delay().multipliedBy(2);
        Duration delay = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        failures.put(deployment, new Failure(delay, nowNanos + delay.toNanos(), isStart));
        return Optional.of(delay);
    }

    /** Whether it is not being left alone. */
    boolean mayStart(String deployment, long nowNanos) {
        Failure failure = failures.get(deployment);
        return failure == null || nowNanos - failure.retryNanos() >= 0;
    }

    /** Whether the last start failed. */
    boolean has(String deployment) {
        return failures.containsKey(deployment) && failures.get(deployment).isStart();
    }

    /** It started, and may still die at once. */
    void started(String deployment) {
        failures.computeIfPresent(
                deployment, (same, failure) -> new Failure(failure.delay(), failure.retryNanos(), false));
    }

    /** It started, and stayed until it was needed. */
    void forget(String deployment) {
        failures.remove(deployment);
    }

    /** All others are of no interest any more. */
    void retain(Collection<String> deployments) {
        failures.keySet().retainAll(deployments);
    }
}
