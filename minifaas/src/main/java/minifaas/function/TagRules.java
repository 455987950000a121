package minifaas.function;

import java.util.Map;

/**
 * What tags a function may have.
 *
 * <p>Source: docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html, 2026-11.
 */
final class TagRules {
    private static final int MOST_TAGS = 50;

    private TagRules() {}

    /** Throws when these cannot be all the tags of one function. */
    static void check(Map<String, String> tags) {
        if (tags.size() > MOST_TAGS) throw RegistryException.invalid("Number of tags exceeds resource tag limit.");
        tags.forEach(TagRules::check);
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > 128)
            throw RegistryException.invalid("Tag key '" + key + "' must have 1 to 128 characters.");
        if (value.length() > 256)
            throw RegistryException.invalid("The value of tag '" + key + "' must have at most 256 characters.");
        if (key.startsWith("aws:"))
            throw RegistryException.invalid("aws: prefixed tag key names are not allowed for external use.");
    }

    /** Tags belong to a function as a whole; throws when the reference names one version or alias. */
    static FunctionId requireWhole(FunctionReference reference) {
        if (reference.qualifier().isEmpty()) return reference.function();
        throw RegistryException.invalid(
                "Tags on function aliases and versions are not supported. Please specify a function ARN.");
    }
}
