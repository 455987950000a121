package minifaas.invocation;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;

/**
 * The environment variables that a function's processes have: AWS's, the owner's, and nothing of the server's.
 *
 * <p>AWS: "Working with Lambda environment variables", defined runtime environment variables (November 2026).
 */
final class EnvironmentVariables {
    /** Tells which environment a process belongs to, however far it has moved from its parent. */
    static final String MARK = "MINIFAAS_ENVIRONMENT";

    private static final String UNIX_PATH = "/usr/local/bin:/usr/bin:/bin:/opt/bin";

    private EnvironmentVariables() {}

    /** What differs from one environment to the next. */
    record Place(
            EnvironmentFolder folder,
            String runtimeApi,
            URI endpoint,
            String logStream,
            String mark,
            InitializationType initialization) {}

    static Map<String, String> of(FunctionVersion version, Place place) {
        FunctionSettings settings = version.settings();
        var variables = new HashMap<String, String>();
        variables.put("TZ", ":UTC");
        variables.put("LANG", "C.UTF-8");
        addSystem(variables);
        variables.putAll(settings.environment());

        variables.put("_HANDLER", settings.handler());
        variables.put("AWS_REGION", version.function().region());
        variables.put("AWS_DEFAULT_REGION", version.function().region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + settings.runtime());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", version.function().name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", version.version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(settings.memorySizeMiB()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", place.initialization().shown());
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", settings.logGroup());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", place.logStream());
        variables.put("AWS_LAMBDA_RUNTIME_API", place.runtimeApi());
        variables.put("LAMBDA_TASK_ROOT", place.folder().taskRoot().toString());
        variables.put("LAMBDA_RUNTIME_DIR", place.folder().root().toString());
        variables.put("TMPDIR", place.folder().tmp().toString());
        // a 12-digit access key names the account, so the function's own calls reach its own account
        variables.putIfAbsent("AWS_ENDPOINT_URL", place.endpoint().toString());
        variables.put("AWS_ACCESS_KEY_ID", version.function().account());
        variables.put("AWS_SECRET_ACCESS_KEY", "minifaas");
        variables.put("AWS_SESSION_TOKEN", "minifaas");
        variables.put(MARK, place.mark());
        return variables;
    }

    private static void addSystem(Map<String, String> variables) {
        String windows = System.getenv("SystemRoot");
        if (windows == null) {
            variables.put("PATH", UNIX_PATH);
            return;
        }
        // no program starts on Windows without these
        variables.put("SystemRoot", windows);
        variables.put("PATH", System.getenv("PATH"));
    }
}
