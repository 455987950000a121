package minifaas.function;

import java.util.List;
import java.util.Set;
import minifaas.kernel.NotWrittenYet;

/**
 * What the owner of a function may choose, and the words in which AWS refuses the rest.
 *
 * <p>Source: docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html, 2026-11.
 */
final class SettingsRules {
    /** The runtimes that minifaas can start. */
    private static final List<String> RUNTIMES = List.of(
            "nodejs18.x",
            "nodejs20.x",
            "nodejs22.x",
            "nodejs24.x",
            "python3.9",
            "python3.10",
            "python3.11",
            "python3.12",
            "python3.13",
            "python3.14",
            "java17",
            "java21",
            "java25",
            "provided.al2",
            "provided.al2023");

    private static final Set<String> RETIRED = Set.of(
            "java8",
            "go1.x",
            "provided",
            "ruby2.5",
            "ruby2.7",
            "dotnetcore2.1",
            "dotnetcore3.1",
            "nodejs10.x",
            "nodejs12.x",
            "nodejs14.x",
            "python2.7",
            "python3.6",
            "python3.7");

    private static final String ROLE = "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+";

    private SettingsRules() {}

    /**
     * Throws when this cannot be the name of a function: 1 to 64 letters (a to z, A to Z), digits, hyphens and
     * underscores.
     *
     * <p>AWS refuses the two mistakes in two ways, and each message repeats the name as it came:
     *
     * <ul>
     *   <li>Another character, or none at all, is of the kind VALIDATION: {@code 1 validation error detected: Value
     *       'NAME' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern:
     *       [a-zA-Z0-9-_]+}
     *   <li>Otherwise, too many characters are of the kind INVALID_PARAMETER_VALUE: {@code 1 validation error detected:
     *       Value 'NAME' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to
     *       64}
     * </ul>
     *
     * @throws RegistryException of that kind, with that message
     */
    static void checkName(String name) {
        throw new NotWrittenYet("5.2");
    }

    /** Throws when this cannot describe a version. */
    static void checkDescription(String description) {
        new Violations().length("description", description, 256).report();
    }

    /** Throws when a version with these settings could not be made. */
    static void check(FunctionSettings settings) {
        checkForm(settings);
        checkRuntime(settings);
        EnvironmentRules.checkMeaning(settings.environment());
    }

    /** All that breaks the service's model is reported together. */
    private static void checkForm(FunctionSettings settings) {
        var violations = new Violations();
        if (!settings.handler().isEmpty())
            violations.length("handler", settings.handler(), 128).pattern("handler", settings.handler(), "[^\\s]+");
        violations
                .pattern("role", settings.role(), ROLE)
                .length("description", settings.description(), 256)
                .range("memorySize", settings.memorySizeMiB(), 128, 10_240)
                .range("timeout", Math.toIntExact(settings.timeout().toSeconds()), 1, 900)
                .range("ephemeralStorage.size", settings.ephemeralStorageMiB(), 512, 10_240)
                .oneOf("tracingConfig.mode", settings.tracingMode(), List.of("Active", "PassThrough"))
                .length("loggingConfig.logGroup", settings.logGroup(), 512)
                .pattern("loggingConfig.logGroup", settings.logGroup(), "[\\.\\-_/#A-Za-z0-9]+");
        checkArchitectures(settings.architectures(), violations);
        EnvironmentRules.checkForm(settings.environment(), violations);
        violations.report();
    }

    private static void checkArchitectures(List<String> architectures, Violations violations) {
        if (architectures.isEmpty())
            violations.add("architectures", architectures, "Member must have length greater than or equal to 1");
        if (architectures.size() > 1)
            violations.add("architectures", architectures, "Member must have length less than or equal to 1");
        if (!List.of("x86_64", "arm64").containsAll(architectures))
            violations.add(
                    "architectures",
                    architectures,
                    "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must"
                            + " not be null]");
    }

    private static void checkRuntime(FunctionSettings settings) {
        String runtime = settings.runtime();
        if (runtime.isEmpty() || settings.handler().isEmpty())
            throw RegistryException.invalid(
                    "Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        if (RETIRED.contains(runtime))
            throw RegistryException.invalid("The runtime parameter of " + runtime + " is no longer supported for"
                    + " creating or updating AWS Lambda functions. We recommend you use a supported runtime while"
                    + " creating or updating functions.");
        if (!RUNTIMES.contains(runtime))
            throw RegistryException.invalid("Value " + runtime + " at 'runtime' failed to satisfy constraint: Member"
                    + " must satisfy enum value set: " + RUNTIMES + " or be a valid ARN");
    }
}
