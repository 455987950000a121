package minifaas.scaling;

import java.time.Instant;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;

/**
 * How many environments are to be kept ready for a version or an alias (AWS: ProvisionedConcurrencyConfigListItem,
 * docs.aws.amazon.com/lambda/latest/api/API_ProvisionedConcurrencyConfigListItem.html, 2026-11).
 *
 * @param function whose version or alias it is
 * @param qualifier the version's number or the alias's name
 * @param requested how many; 1 or more
 * @param lastModified when this was asked for
 */
public record ProvisionedConfig(FunctionId function, String qualifier, int requested, Instant lastModified) {
    /** The ARN of the version or alias. */
    public String arn() {
        return function.arn(qualifier);
    }

    FunctionReference reference() {
        return new FunctionReference(function, Optional.of(qualifier));
    }
}
