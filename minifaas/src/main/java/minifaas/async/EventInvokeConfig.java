package minifaas.async;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How events of one version or alias are treated; what is not set has AWS's default (AWS: FunctionEventInvokeConfig,
 * docs.aws.amazon.com/lambda/latest/api/API_FunctionEventInvokeConfig.html, 2026-11).
 *
 * @param maximumRetryAttempts how often to try again after a function error, 0 to 2
 * @param maximumEventAge how old an event may become before it is given up, 60 s to 6 h
 * @param onSuccess ARN of the destination for records of events that were processed
 * @param onFailure ARN of the destination for records of events that were given up
 * @param lastModified when it was changed last
 */
public record EventInvokeConfig(
        Optional<Integer> maximumRetryAttempts,
        Optional<Duration> maximumEventAge,
        Optional<String> onSuccess,
        Optional<String> onFailure,
        Instant lastModified) {
    private static final int RETRIES = 2;
    private static final Duration AGE = Duration.ofHours(6);

    /** What holds where nothing was configured. */
    public static final EventInvokeConfig DEFAULT = new EventInvokeConfig(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH);

    /** How often to try again after a function error. */
    public int retries() {
        return maximumRetryAttempts.orElse(RETRIES);
    }

    /** How old an event may become. */
    public Duration oldest() {
        return maximumEventAge.orElse(AGE);
    }
}
