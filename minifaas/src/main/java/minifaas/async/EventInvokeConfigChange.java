package minifaas.async;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import minifaas.function.RegistryException;
import minifaas.function.Violations;

/**
 * What a caller sets of an {@link EventInvokeConfig}; what is empty was not said.
 *
 * @param maximumRetryAttempts 0 to 2
 * @param maximumEventAgeSeconds 60 to 21,600
 * @param destinations both of them, or neither
 */
public record EventInvokeConfigChange(
        Optional<Integer> maximumRetryAttempts,
        Optional<Integer> maximumEventAgeSeconds,
        Optional<DestinationConfig> destinations) {
    private static final int MOST_ARN_CHARACTERS = 350;
    private static final Pattern ARN = Pattern.compile("$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))"
            + "|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?"
            + ":(\\d{12})?:(.*)");

    /**
     * Where records go.
     *
     * @param onSuccess an ARN, empty for none
     * @param onFailure an ARN, empty for none
     */
    public record DestinationConfig(Optional<String> onSuccess, Optional<String> onFailure) {
        /** As AWS's messages show it. */
        @Override
        public String toString() {
            return "DestinationConfig(onSuccess=" + shown("OnSuccess", onSuccess) + ", onFailure="
                    + shown("OnFailure", onFailure) + ")";
        }

        private static String shown(String name, Optional<String> destination) {
            return destination.map(arn -> name + "(destination=" + arn + ")").orElse("null");
        }
    }

    /**
     * Throws unless the values have the form that AWS demands.
     *
     * @throws RegistryException VALIDATION when one is out of range or no ARN, INVALID_PARAMETER_VALUE when there is none
     */
    void check() {
        var violations = new Violations();
        maximumRetryAttempts.ifPresent(retries -> violations.range("maximumRetryAttempts", retries, 0, 2));
        maximumEventAgeSeconds.ifPresent(age -> violations.range("maximumEventAgeInSeconds", age, 60, 21_600));
        destinations.flatMap(DestinationConfig::onSuccess).ifPresent(arn -> checkForm("onSuccess", arn, violations));
        destinations.flatMap(DestinationConfig::onFailure).ifPresent(arn -> checkForm("onFailure", arn, violations));
        violations.report();
        if (maximumRetryAttempts.isEmpty() && maximumEventAgeSeconds.isEmpty() && destinations.isEmpty())
            throw RegistryException.invalid("You must specify at least one of error handling or destination setting.");
    }

    private static void checkForm(String which, String arn, Violations violations) {
        String field = "destinationConfig." + which + ".destination";
        violations.length(field, arn, MOST_ARN_CHARACTERS).pattern(field, arn, ARN);
    }

    /** The configuration with what is set here. */
    EventInvokeConfig applyTo(EventInvokeConfig before, Instant now) {
        var after = destinations.orElse(new DestinationConfig(before.onSuccess(), before.onFailure()));
        return new EventInvokeConfig(
                maximumRetryAttempts.or(before::maximumRetryAttempts),
                maximumEventAgeSeconds.map(Duration::ofSeconds).or(before::maximumEventAge),
                after.onSuccess(),
                after.onFailure(),
                now);
    }
}
