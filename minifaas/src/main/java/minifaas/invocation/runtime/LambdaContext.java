package minifaas.invocation.runtime;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a handler can ask about its invocation: half of it comes with the event, half is the environment's.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/java-context.html, November 2026.
 */
record LambdaContext(Event event) implements Context {

    @Override
    public String getAwsRequestId() {
        return event.requestId();
    }

    @Override
    public String getInvokedFunctionArn() {
        return event.functionArn();
    }

    @Override
    public String getXrayTraceId() {
        return event.traceId();
    }

    /** The time left until the function times out, in ms. */
    @Override
    public int getRemainingTimeInMillis() {
        // not minifaas's Clock: this runs in the function's process, which has nothing of minifaas but this package
        return (int) (event.deadlineMillis() - System.currentTimeMillis());
    }

    @Override
    public String getFunctionName() {
        return System.getenv("AWS_LAMBDA_FUNCTION_NAME");
    }

    @Override
    public String getFunctionVersion() {
        return System.getenv("AWS_LAMBDA_FUNCTION_VERSION");
    }

    @Override
    public int getMemoryLimitInMB() {
        return Integer.parseInt(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    }

    @Override
    public String getLogGroupName() {
        return System.getenv("AWS_LAMBDA_LOG_GROUP_NAME");
    }

    @Override
    public String getLogStreamName() {
        return System.getenv("AWS_LAMBDA_LOG_STREAM_NAME");
    }

    @Override
    public LambdaLogger getLogger() {
        return Logger.INSTANCE;
    }

    @Override
    public CognitoIdentity getIdentity() {
        return new Identity(parse(event.cognitoIdentity()));
    }

    @Override
    public ClientContext getClientContext() {
        return event.clientContext() == null ? null : new CallerContext(parse(event.clientContext()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        if (json == null) return Map.of();
        return JacksonFactory.getInstance().getSerializer(Map.class).fromJson(json);
    }

    private record Identity(Map<String, Object> json) implements CognitoIdentity {
        @Override
        public String getIdentityId() {
            return (String) json.getOrDefault("cognitoIdentityId", "");
        }

        @Override
        public String getIdentityPoolId() {
            return (String) json.getOrDefault("cognitoIdentityPoolId", "");
        }
    }

    private record CallerContext(Map<String, Object> json) implements ClientContext {
        @Override
        public Client getClient() {
            return json.containsKey("client") ? new CallingApp(strings("client")) : null;
        }

        @Override
        public Map<String, String> getCustom() {
            return strings("custom");
        }

        @Override
        public Map<String, String> getEnvironment() {
            return strings("env");
        }

        @SuppressWarnings("unchecked")
        private Map<String, String> strings(String name) {
            return (Map<String, String>) json.get(name);
        }
    }

    private record CallingApp(Map<String, String> json) implements Client {
        @Override
        public String getInstallationId() {
            return json.get("installation_id");
        }

        @Override
        public String getAppTitle() {
            return json.get("app_title");
        }

        @Override
        public String getAppVersionName() {
            return json.get("app_version_name");
        }

        @Override
        public String getAppVersionCode() {
            return json.get("app_version_code");
        }

        @Override
        public String getAppPackageName() {
            return json.get("app_package_name");
        }
    }

    /** Writes to standard output, which is the function's log; each message is a line of its own. */
    private enum Logger implements LambdaLogger {
        INSTANCE;

        @Override
        public void log(String message) {
            if (message != null) System.out.print(message.endsWith("\n") ? message : message + "\n");
            System.out.flush();
        }

        @Override
        public void log(byte[] message) {
            log(new String(message, StandardCharsets.UTF_8));
        }
    }
}
