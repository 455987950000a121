package minifaas.function;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a function, {@code $LATEST} or a published number: all that an execution environment is made from.
 *
 * @param function whose version this is
 * @param version {@code $LATEST} or 1, 2, 3 …
 * @param deployment changes whenever the code or the settings change; an environment of another deployment must not
 *     be used
 * @param settings what the owner chose
 * @param codeSha256 digest of the archive, in base64 as AWS shows it
 * @param codeSize of the archive, in bytes
 * @param lastModified when code or settings changed last
 */
public record FunctionVersion(
        FunctionId function,
        String version,
        String deployment,
        FunctionSettings settings,
        String codeSha256,
        long codeSize,
        Instant lastModified) {
    /** The version that can still be changed. */
    public static final String LATEST = "$LATEST";

    /** The ARN with the version as its qualifier. */
    public String arn() {
        return function.arn(version);
    }

    /** A published copy of this version, which can have a description of its own. */
    FunctionVersion publishedAs(String number, String newDeployment, Optional<String> description) {
        FunctionSettings frozen = description.map(settings::withDescription).orElse(settings);
        return new FunctionVersion(function, number, newDeployment, frozen, codeSha256, codeSize, lastModified);
    }
}
