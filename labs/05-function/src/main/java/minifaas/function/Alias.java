package minifaas.function;

import java.util.Map;
import minifaas.kernel.NotWrittenYet;

/**
 * A name that leads to a version, or divides the invocations between two (AWS: AliasConfiguration,
 * docs.aws.amazon.com/lambda/latest/api/API_AliasConfiguration.html, 2026-11).
 *
 * <p>An alias holds no code: it can be moved from version to version while its ARN stays the same.
 *
 * @param function whose versions it names
 * @param name unique within the function, and not a number
 * @param version to which it leads
 * @param description 0 to 256 characters
 * @param routing further versions, each with its share of the invocations from 0 to 1; empty when all go to one
 * @param revisionId a UUID, new with every change
 */
public record Alias(
        FunctionId function,
        String name,
        String version,
        String description,
        Map<String, Double> routing,
        String revisionId) {
    public Alias {
        routing = Copies.of(routing);
    }

    /** The ARN under which the alias is invoked. */
    public String arn() {
        return function.arn(name);
    }

    /**
     * Chooses the version for one invocation, so that each version gets its share when the draws are spread evenly.
     *
     * <p>The first version of the routing has the lowest draws, from 0 up to and without its share; the next one those
     * that follow, as many as its share; and so on in the routing's order. All draws above belong to
     * {@link #version()}. So a version with the share 0 is never chosen, one with 1 always, and without routing
     * {@link #version()} is.
     *
     * @param draw a random number from 0 up to and without 1
     * @return the number of a version
     */
    public String choose(double draw) {
        throw new NotWrittenYet("5.5");
    }

    /** Whether an invocation of this alias can reach a version. */
    boolean leadsTo(String number) {
        return version.equals(number) || routing.containsKey(number);
    }

    /** The alias as an UpdateAlias leaves it, with a new revision. */
    Alias changed(AliasChange change) {
        return new Alias(
                function,
                name,
                change.version().orElse(version),
                change.description().orElse(description),
                change.routing().orElse(routing),
                VersionRecord.newId());
    }
}
