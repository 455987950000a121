package minifaas.invocation;

import java.time.Duration;
import java.util.Optional;

/** Hears of each invocation when its event is handed to the runtime, and when it is over. */
public interface InvocationListener {
    void started(Invocation invocation);

    void ended(Report report);

    /**
     * What the platform measured of one invocation.
     *
     * @param invocation which one
     * @param outcome how it ended
     * @param duration from the event's delivery to the answer
     * @param init how long initialisation took, when this invocation was the environment's first
     * @param peakMemoryBytes the most that the environment's processes have used so far, in bytes
     */
    record Report(
            Invocation invocation, Outcome outcome, Duration duration, Optional<Duration> init, long peakMemoryBytes) {}
}
