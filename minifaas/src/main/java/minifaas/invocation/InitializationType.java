package minifaas.invocation;

import java.time.Duration;

/**
 * Why an environment is initialised, as the function reads it in AWS_LAMBDA_INITIALIZATION_TYPE.
 *
 * <p>AWS: "Understanding the Lambda execution environment lifecycle" and "Working with Lambda environment variables"
 * (November 2026).
 */
enum InitializationType {
    /** A call waits for it; the first invocation reports how long it took. */
    ON_DEMAND("on-demand"),
    /** Nobody waits for it, so it may take longer, and is reported by itself. */
    PROVISIONED_CONCURRENCY("provisioned-concurrency");

    private static final Duration LIMIT_ON_DEMAND = Duration.ofSeconds(10);
    private static final Duration LIMIT_AHEAD = Duration.ofSeconds(130);

    private final String shown;

    InitializationType(String shown) {
        this.shown = shown;
    }

    /** The value of the environment variable. */
    String shown() {
        return shown;
    }

    /**
     * How long initialisation may take.
     *
     * @param timeout of the function
     */
    Duration limit(Duration timeout) {
        if (this == ON_DEMAND) return LIMIT_ON_DEMAND;
        return timeout.compareTo(LIMIT_AHEAD) > 0 ? timeout : LIMIT_AHEAD;
    }
}
