package minifaas.function;

import java.util.Map;

/**
 * What an alias may look like, apart from the versions that there are.
 *
 * <p>Source: docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html and
 * docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html, 2026-11.
 */
final class AliasRules {
    private static final String NAME = "(?!^[0-9]+$)([a-zA-Z0-9-_]+)";
    private static final String VERSION = "(\\$LATEST|[0-9]+)";

    private AliasRules() {}

    /** Throws when name, version, description or shares have not the form that AWS demands, or make no sense. */
    static void check(Alias alias) {
        var violations = new Violations()
                .length("name", alias.name(), 128)
                .pattern("name", alias.name(), NAME)
                .length("functionVersion", alias.version(), 1024)
                .pattern("functionVersion", alias.version(), VERSION)
                .length("description", alias.description(), 256);
        checkShares(alias.routing(), violations);
        violations.report();
        checkRouting(alias);
    }

    private static void checkShares(Map<String, Double> routing, Violations violations) {
        if (!routing.keySet().stream().allMatch(version -> version.matches("[0-9]{1,1024}")))
            violations.add(
                    "routingConfig.additionalVersionWeights",
                    routing,
                    "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must"
                            + " have length greater than or equal to 1, Member must satisfy regular expression pattern:"
                            + " [0-9]+]");
        if (!routing.values().stream().allMatch(share -> share != null && share >= 0 && share <= 1))
            violations.add(
                    "routingConfig.additionalVersionWeights",
                    routing,
                    "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must"
                            + " have value greater than or equal to 0.0, Member must not be null]");
    }

    private static void checkRouting(Alias alias) {
        if (alias.routing().isEmpty()) return;
        if (alias.routing().size() > 1)
            throw RegistryException.invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
        if (alias.version().equals(FunctionVersion.LATEST))
            throw RegistryException.invalid("$LATEST is not supported for an alias pointing to more than 1 version");
        if (alias.routing().containsKey(alias.version()))
            throw RegistryException.invalid("Invalid function version " + alias.version() + ". Function version "
                    + alias.version() + " is already included in routing configuration.");
    }
}
