package minifaas.aws.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.aws.AwsError;
import minifaas.function.FunctionSettings;

/**
 * Reads a function's settings from the body of CreateFunction or UpdateFunctionConfiguration.
 *
 * <p>What AWS lets its users choose and minifaas does not have is refused by name, since a function that silently lost
 * its VPC or its layers would only fail later. Source:
 * docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html, 2026-11.
 */
final class SettingsReader {
    private static final List<String> NOT_HERE = List.of(
            "CapacityProviderConfig",
            "CodeSigningConfigArn",
            "DurableConfig",
            "FileSystemConfigs",
            "ImageConfig",
            "KMSKeyArn",
            "Layers",
            "PublishTo",
            "TenancyConfig",
            "VpcConfig");

    private SettingsReader() {}

    /** The settings of a new function: what the body does not choose has AWS's defaults. */
    static FunctionSettings create(Fields body, String functionName) {
        var defaults = new FunctionSettings(
                "",
                "",
                "",
                "",
                128,
                Duration.ofSeconds(3),
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/" + functionName);
        FunctionSettings chosen = change(body, defaults);
        return body.texts("Architectures").map(chosen::withArchitectures).orElse(chosen);
    }

    /** The settings with what the body changes; the architecture belongs to the code and is not among it. */
    static FunctionSettings change(Fields body, FunctionSettings before) {
        refuseWhatIsNotHere(body);
        return new FunctionSettings(
                body.text("Runtime").orElse(before.runtime()),
                body.text("Handler").orElse(before.handler()),
                body.text("Role").orElse(before.role()),
                body.text("Description").orElse(before.description()),
                body.number("MemorySize").orElse(before.memorySizeMiB()),
                body.number("Timeout").map(Duration::ofSeconds).orElse(before.timeout()),
                body.object("Environment")
                        .flatMap(environment -> environment.textsByName("Variables"))
                        .orElse(before.environment()),
                body.object("EphemeralStorage")
                        .flatMap(storage -> storage.number("Size"))
                        .orElse(before.ephemeralStorageMiB()),
                before.architectures(),
                body.object("TracingConfig")
                        .flatMap(tracing -> tracing.text("Mode"))
                        .orElse(before.tracingMode()),
                body.object("LoggingConfig")
                        .flatMap(logging -> logging.text("LogGroup"))
                        .orElse(before.logGroup()),
                deadLetterTarget(body).orElse(before.deadLetterTarget()));
    }

    /** The target for dead letters that the body chooses; an empty one ends the choice that was made before. */
    static Optional<String> deadLetterTarget(Fields body) {
        return body.object("DeadLetterConfig").flatMap(config -> config.text("TargetArn"));
    }

    private static void refuseWhatIsNotHere(Fields body) {
        for (String name : NOT_HERE) if (!body.isUnset(name)) throw notHere(name);
        requireOnly(body, "PackageType", "Zip");
        body.object("SnapStart").ifPresent(snapStart -> requireOnly(snapStart, "ApplyOn", "None"));
        body.object("LoggingConfig").ifPresent(logging -> {
            requireOnly(logging, "LogFormat", "Text");
            for (String level : List.of("ApplicationLogLevel", "SystemLogLevel"))
                if (!logging.isUnset(level)) throw notHere("LoggingConfig." + level);
        });
    }

    private static void requireOnly(Fields fields, String name, String onlyValue) {
        fields.text(name).filter(value -> !value.equals(onlyValue)).ifPresent(value -> {
            throw AwsError.invalidParameter(
                    "minifaas has no " + name + " '" + value + "'; the only one is '" + onlyValue + "'.");
        });
    }

    private static AwsError notHere(String name) {
        return AwsError.invalidParameter("minifaas does not have " + name + "; leave it out or empty.");
    }
}
