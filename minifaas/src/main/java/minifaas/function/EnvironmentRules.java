package minifaas.function;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import minifaas.kernel.Json;

/**
 * What environment variables a function may have. Their values are left out of messages where AWS does so, since they
 * are often secrets.
 *
 * <p>Source: docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, 2026-11.
 */
final class EnvironmentRules {
    private static final String NAME = "[a-zA-Z]([a-zA-Z0-9_])+";
    private static final int MOST_BYTES = 4096;
    private static final String REFUSAL = "Lambda was unable to configure your environment variables because the"
            + " environment variables you have provided ";

    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private EnvironmentRules() {}

    static void checkForm(Map<String, String> variables, Violations violations) {
        // a reserved name such as _HANDLER gets the message that says so
        if (!variables.keySet().stream().allMatch(name -> name.matches(NAME) || RESERVED.contains(name)))
            violations.addSecret(
                    "environment.variables",
                    "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: " + NAME + "]");
    }

    static void checkMeaning(Map<String, String> variables) {
        List<String> reserved =
                variables.keySet().stream().filter(RESERVED::contains).toList();
        if (!reserved.isEmpty())
            throw RegistryException.invalid(REFUSAL + "contains reserved keys that are currently not supported for"
                    + " modification. Reserved keys used in this request: " + String.join(", ", reserved));
        if (variables.values().stream().anyMatch(value -> value.indexOf('\0') >= 0))
            throw RegistryException.invalid(REFUSAL + "contain a NUL character, which no operating system passes on.");
        byte[] measured = Json.write(variables);
        if (measured.length > MOST_BYTES)
            throw RegistryException.invalid(REFUSAL + "exceeded the 4KB limit. String measured: "
                    + new String(measured, StandardCharsets.UTF_8));
    }
}
