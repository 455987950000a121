package minifaas.function;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the owner of a function chooses (AWS: CreateFunction, UpdateFunctionConfiguration).
 *
 * @param runtime AWS's identifier, such as {@code nodejs20.x}
 * @param handler what to call in the code, in the runtime's own form
 * @param role ARN of the execution role
 * @param description 0 to 256 characters
 * @param memorySizeMiB 128 to 10,240 MiB
 * @param timeout 1 to 900 s for one invocation
 * @param environment the function's own environment variables, 4 KB in all
 * @param ephemeralStorageMiB size of /tmp, 512 to 10,240 MiB
 * @param architectures {@code x86_64} or {@code arm64}
 * @param tracingMode {@code PassThrough} or {@code Active}
 * @param logGroup name of the log group, {@code /aws/lambda/NAME} unless chosen
 * @param deadLetterTarget ARN of what takes the events that are given up, empty when there is none
 */
public record FunctionSettings(
        String runtime,
        String handler,
        String role,
        String description,
        int memorySizeMiB,
        Duration timeout,
        Map<String, String> environment,
        int ephemeralStorageMiB,
        List<String> architectures,
        String tracingMode,
        String logGroup,
        String deadLetterTarget) {
    public FunctionSettings {
        // in the owner's order, which the messages about it repeat
        environment = Copies.of(environment);
        architectures = List.copyOf(architectures);
        // a document from before there were dead letters has none
        if (deadLetterTarget == null) deadLetterTarget = "";
    }

    /** Settings without a target for dead letters. */
    public FunctionSettings(
            String runtime,
            String handler,
            String role,
            String description,
            int memorySizeMiB,
            Duration timeout,
            Map<String, String> environment,
            int ephemeralStorageMiB,
            List<String> architectures,
            String tracingMode,
            String logGroup) {
        this(
                runtime,
                handler,
                role,
                description,
                memorySizeMiB,
                timeout,
                environment,
                ephemeralStorageMiB,
                architectures,
                tracingMode,
                logGroup,
                "");
    }

    /** The same settings with another description. */
    FunctionSettings withDescription(String other) {
        return with(other, architectures);
    }

    /** The same settings for other processors. */
    public FunctionSettings withArchitectures(List<String> other) {
        return with(description, other);
    }

    private FunctionSettings with(String otherDescription, List<String> otherArchitectures) {
        return new FunctionSettings(
                runtime,
                handler,
                role,
                otherDescription,
                memorySizeMiB,
                timeout,
                environment,
                ephemeralStorageMiB,
                otherArchitectures,
                tracingMode,
                logGroup,
                deadLetterTarget);
    }
}
