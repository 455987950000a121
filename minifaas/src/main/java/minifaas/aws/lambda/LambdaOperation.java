package minifaas.aws.lambda;

import static minifaas.aws.lambda.LambdaOperation.Method.*;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import minifaas.aws.AwsRequest;

/**
 * All operations of AWS's Lambda API, those that minifaas has not as well, so that it can say which one was meant.
 *
 * <p>Source: "Actions", docs.aws.amazon.com/lambda/latest/api/API_Operations.html, 2026-11.
 */
public enum LambdaOperation {
    INVOKE(POST, "/2015-03-31/functions/{FunctionName}/invocations", 6),

    CREATE_FUNCTION(POST, "/2015-03-31/functions", 5),
    GET_FUNCTION(GET, "/2015-03-31/functions/{FunctionName}", 5),
    GET_FUNCTION_CONFIGURATION(GET, "/2015-03-31/functions/{FunctionName}/configuration", 5),
    LIST_FUNCTIONS(GET, "/2015-03-31/functions", 5),
    UPDATE_FUNCTION_CODE(PUT, "/2015-03-31/functions/{FunctionName}/code", 5),
    UPDATE_FUNCTION_CONFIGURATION(PUT, "/2015-03-31/functions/{FunctionName}/configuration", 5),
    DELETE_FUNCTION(DELETE, "/2015-03-31/functions/{FunctionName}", 5),
    PUBLISH_VERSION(POST, "/2015-03-31/functions/{FunctionName}/versions", 5),
    LIST_VERSIONS_BY_FUNCTION(GET, "/2015-03-31/functions/{FunctionName}/versions", 5),
    CREATE_ALIAS(POST, "/2015-03-31/functions/{FunctionName}/aliases", 5),
    GET_ALIAS(GET, "/2015-03-31/functions/{FunctionName}/aliases/{Name}", 5),
    LIST_ALIASES(GET, "/2015-03-31/functions/{FunctionName}/aliases", 5),
    UPDATE_ALIAS(PUT, "/2015-03-31/functions/{FunctionName}/aliases/{Name}", 5),
    DELETE_ALIAS(DELETE, "/2015-03-31/functions/{FunctionName}/aliases/{Name}", 5),
    TAG_RESOURCE(POST, "/2017-03-31/tags/{Resource}", 5),
    UNTAG_RESOURCE(DELETE, "/2017-03-31/tags/{Resource}", 5),
    LIST_TAGS(GET, "/2017-03-31/tags/{Resource}", 5),
    GET_ACCOUNT_SETTINGS(GET, "/2016-08-19/account-settings", 5),

    DELETE_FUNCTION_CONCURRENCY(DELETE, "/2017-10-31/functions/{FunctionName}/concurrency", 8),
    DELETE_PROVISIONED_CONCURRENCY_CONFIG(DELETE, "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", 8),
    GET_FUNCTION_CONCURRENCY(GET, "/2019-09-30/functions/{FunctionName}/concurrency", 8),
    LIST_PROVISIONED_CONCURRENCY_CONFIGS(
            GET, "/2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL", 8),
    GET_PROVISIONED_CONCURRENCY_CONFIG(GET, "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", 8),
    PUT_FUNCTION_CONCURRENCY(PUT, "/2017-10-31/functions/{FunctionName}/concurrency", 8),
    PUT_PROVISIONED_CONCURRENCY_CONFIG(PUT, "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", 8),

    DELETE_FUNCTION_EVENT_INVOKE_CONFIG(DELETE, "/2019-09-25/functions/{FunctionName}/event-invoke-config", 9),
    GET_FUNCTION_EVENT_INVOKE_CONFIG(GET, "/2019-09-25/functions/{FunctionName}/event-invoke-config", 9),
    GET_FUNCTION_RECURSION_CONFIG(GET, "/2024-08-31/functions/{FunctionName}/recursion-config", 9),
    INVOKE_ASYNC(POST, "/2014-11-13/functions/{FunctionName}/invoke-async", 9),
    LIST_FUNCTION_EVENT_INVOKE_CONFIGS(GET, "/2019-09-25/functions/{FunctionName}/event-invoke-config/list", 9),
    PUT_FUNCTION_EVENT_INVOKE_CONFIG(PUT, "/2019-09-25/functions/{FunctionName}/event-invoke-config", 9),
    PUT_FUNCTION_RECURSION_CONFIG(PUT, "/2024-08-31/functions/{FunctionName}/recursion-config", 9),
    UPDATE_FUNCTION_EVENT_INVOKE_CONFIG(POST, "/2019-09-25/functions/{FunctionName}/event-invoke-config", 9),

    CREATE_EVENT_SOURCE_MAPPING(POST, "/2015-03-31/event-source-mappings", 11),
    DELETE_EVENT_SOURCE_MAPPING(DELETE, "/2015-03-31/event-source-mappings/{UUID}", 11),
    GET_EVENT_SOURCE_MAPPING(GET, "/2015-03-31/event-source-mappings/{UUID}", 11),
    LIST_EVENT_SOURCE_MAPPINGS(GET, "/2015-03-31/event-source-mappings", 11),
    UPDATE_EVENT_SOURCE_MAPPING(PUT, "/2015-03-31/event-source-mappings/{UUID}", 11),

    CREATE_FUNCTION_URL_CONFIG(POST, "/2021-10-31/functions/{FunctionName}/url", 12),
    DELETE_FUNCTION_URL_CONFIG(DELETE, "/2021-10-31/functions/{FunctionName}/url", 12),
    GET_FUNCTION_URL_CONFIG(GET, "/2021-10-31/functions/{FunctionName}/url", 12),
    LIST_FUNCTION_URL_CONFIGS(GET, "/2021-10-31/functions/{FunctionName}/urls", 12),
    UPDATE_FUNCTION_URL_CONFIG(PUT, "/2021-10-31/functions/{FunctionName}/url", 12),

    ADD_PERMISSION(POST, "/2015-03-31/functions/{FunctionName}/policy", 14),
    GET_POLICY(GET, "/2015-03-31/functions/{FunctionName}/policy", 14),
    REMOVE_PERMISSION(DELETE, "/2015-03-31/functions/{FunctionName}/policy/{StatementId}", 14),

    ADD_LAYER_VERSION_PERMISSION(POST, "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy"),
    CHECKPOINT_DURABLE_EXECUTION(POST, "/2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint"),
    CREATE_CAPACITY_PROVIDER(POST, "/2025-11-30/capacity-providers"),
    CREATE_CODE_SIGNING_CONFIG(POST, "/2020-04-22/code-signing-configs"),
    DELETE_CAPACITY_PROVIDER(DELETE, "/2025-11-30/capacity-providers/{CapacityProviderName}"),
    DELETE_CODE_SIGNING_CONFIG(DELETE, "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}"),
    DELETE_FUNCTION_CODE_SIGNING_CONFIG(DELETE, "/2020-06-30/functions/{FunctionName}/code-signing-config"),
    DELETE_LAYER_VERSION(DELETE, "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}"),
    GET_CAPACITY_PROVIDER(GET, "/2025-11-30/capacity-providers/{CapacityProviderName}"),
    GET_CODE_SIGNING_CONFIG(GET, "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}"),
    GET_DURABLE_EXECUTION(GET, "/2025-12-01/durable-executions/{DurableExecutionArn}"),
    GET_DURABLE_EXECUTION_HISTORY(GET, "/2025-12-01/durable-executions/{DurableExecutionArn}/history"),
    GET_DURABLE_EXECUTION_STATE(GET, "/2025-12-01/durable-executions/{DurableExecutionArn}/state"),
    GET_FUNCTION_CODE_SIGNING_CONFIG(GET, "/2020-06-30/functions/{FunctionName}/code-signing-config"),
    GET_FUNCTION_SCALING_CONFIG(GET, "/2025-11-30/functions/{FunctionName}/function-scaling-config"),
    GET_LAYER_VERSION(GET, "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}"),
    GET_LAYER_VERSION_POLICY(GET, "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy"),
    GET_RUNTIME_MANAGEMENT_CONFIG(GET, "/2021-07-20/functions/{FunctionName}/runtime-management-config"),
    INVOKE_WITH_RESPONSE_STREAM(POST, "/2021-11-15/functions/{FunctionName}/response-streaming-invocations"),
    LIST_CAPACITY_PROVIDERS(GET, "/2025-11-30/capacity-providers"),
    LIST_CODE_SIGNING_CONFIGS(GET, "/2020-04-22/code-signing-configs"),
    LIST_DURABLE_EXECUTIONS_BY_FUNCTION(GET, "/2025-12-01/functions/{FunctionName}/durable-executions"),
    LIST_FUNCTION_VERSIONS_BY_CAPACITY_PROVIDER(
            GET, "/2025-11-30/capacity-providers/{CapacityProviderName}/function-versions"),
    LIST_FUNCTIONS_BY_CODE_SIGNING_CONFIG(GET, "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions"),
    LIST_LAYER_VERSIONS(GET, "/2018-10-31/layers/{LayerName}/versions"),
    GET_LAYER_VERSION_BY_ARN(GET, "/2018-10-31/layers?find=LayerVersion"),
    LIST_LAYERS(GET, "/2018-10-31/layers"),
    PUBLISH_LAYER_VERSION(POST, "/2018-10-31/layers/{LayerName}/versions"),
    PUT_FUNCTION_CODE_SIGNING_CONFIG(PUT, "/2020-06-30/functions/{FunctionName}/code-signing-config"),
    PUT_FUNCTION_SCALING_CONFIG(PUT, "/2025-11-30/functions/{FunctionName}/function-scaling-config"),
    PUT_RUNTIME_MANAGEMENT_CONFIG(PUT, "/2021-07-20/functions/{FunctionName}/runtime-management-config"),
    REMOVE_LAYER_VERSION_PERMISSION(
            DELETE, "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}"),
    SEND_DURABLE_EXECUTION_CALLBACK_FAILURE(POST, "/2025-12-01/durable-execution-callbacks/{CallbackId}/fail"),
    SEND_DURABLE_EXECUTION_CALLBACK_HEARTBEAT(POST, "/2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat"),
    SEND_DURABLE_EXECUTION_CALLBACK_SUCCESS(POST, "/2025-12-01/durable-execution-callbacks/{CallbackId}/succeed"),
    STOP_DURABLE_EXECUTION(POST, "/2025-12-01/durable-executions/{DurableExecutionArn}/stop"),
    UPDATE_CAPACITY_PROVIDER(PUT, "/2025-11-30/capacity-providers/{CapacityProviderName}"),
    UPDATE_CODE_SIGNING_CONFIG(PUT, "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}");

    enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    /** What a request asks: an operation, and what its path names, decoded. */
    public record Match(LambdaOperation operation, Map<String, String> names) {}

    /** In the order above: what is called most often is tried first, and what needs a query before what does not. */
    private static final Map<String, List<LambdaOperation>> BY_METHOD =
            Arrays.stream(values()).collect(Collectors.groupingBy(operation -> operation.method.name()));

    private final Method method;
    private final String[] path;
    private final String query;
    private final OptionalInt chapter;

    /** An operation that the course leaves out. */
    LambdaOperation(Method method, String template) {
        this(method, template, OptionalInt.empty());
    }

    LambdaOperation(Method method, String template, int chapter) {
        this(method, template, OptionalInt.of(chapter));
    }

    LambdaOperation(Method method, String template, OptionalInt chapter) {
        String[] pathAndQuery = template.split("\\?");
        this.method = method;
        this.path = pathAndQuery[0].split("/");
        this.query = pathAndQuery.length == 1 ? "" : pathAndQuery[1];
        this.chapter = chapter;
    }

    /** The chapter of the course that brings it; empty when none does. */
    public OptionalInt chapter() {
        return chapter;
    }

    /** AWS's own name of the operation: PutFunctionConcurrency. */
    public String title() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /**
     * Which operation a request means.
     *
     * @param method GET, POST, …
     * @param rawPath the path as it was sent, still encoded
     * @param rawQuery the query as it was sent, null when absent
     */
    public static Optional<Match> match(String method, String rawPath, String rawQuery) {
        String[] segments = rawPath.split("/"); // forgets a slash at the end, which older clients send
        return BY_METHOD.getOrDefault(method, List.of()).stream()
                .filter(operation -> operation.hasPath(segments) && operation.hasQuery(rawQuery))
                .findFirst()
                .map(operation -> new Match(operation, operation.names(segments)));
    }

    private boolean hasPath(String[] segments) {
        if (segments.length != path.length) return false;
        for (int i = path.length - 1; i >= 0; i--) // backwards, since paths differ at the end
        if (isName(path[i]) ? segments[i].isEmpty() : !path[i].equals(segments[i])) return false;
        return true;
    }

    private boolean hasQuery(String rawQuery) {
        return query.isEmpty()
                || rawQuery != null && List.of(rawQuery.split("&")).contains(query);
    }

    private Map<String, String> names(String[] segments) {
        var names = new LinkedHashMap<String, String>(4);
        for (int i = 0; i < path.length; i++)
            if (isName(path[i]))
                names.put(path[i].substring(1, path[i].length() - 1), AwsRequest.decodePath(segments[i]));
        return names;
    }

    private static boolean isName(String part) {
        return part.startsWith("{");
    }
}
