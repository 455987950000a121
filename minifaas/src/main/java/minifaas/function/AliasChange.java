package minifaas.function;

import java.util.Map;
import java.util.Optional;

/**
 * What an UpdateAlias changes; what is empty stays as it is.
 *
 * @param version to which the alias leads from now on
 * @param description 0 to 256 characters
 * @param routing the additional versions with their shares; an empty map ends the division
 * @param revisionId which the alias must still have
 */
public record AliasChange(
        Optional<String> version,
        Optional<String> description,
        Optional<Map<String, Double>> routing,
        Optional<String> revisionId) {}
