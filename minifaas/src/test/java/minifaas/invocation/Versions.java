package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;

/** Function versions and invocations for tests. */
public final class Versions {
    private Versions() {}

    public static FunctionVersion version(String name) {
        return version(name, "deployment-of-" + name, 128);
    }

    public static FunctionVersion version(String name, String deployment, int memorySizeMiB) {
        return version(name, deployment, settings("python3.11", "app.handler", memorySizeMiB));
    }

    public static FunctionVersion version(String name, String deployment, FunctionSettings settings) {
        var id = new FunctionId("000000000000", "us-east-1", name);
        return new FunctionVersion(id, FunctionVersion.LATEST, deployment, settings, "sha", 1, Instant.EPOCH);
    }

    public static FunctionSettings settings(String runtime, String handler, int memorySizeMiB) {
        return settings(runtime, handler, memorySizeMiB, Duration.ofSeconds(3), Map.of());
    }

    public static FunctionSettings settings(
            String runtime, String handler, int memorySizeMiB, Duration timeout, Map<String, String> environment) {
        return new FunctionSettings(
                runtime,
                handler,
                "arn:aws:iam::000000000000:role/r",
                "",
                memorySizeMiB,
                timeout,
                environment,
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/f");
    }

    public static Invocation call(FunctionVersion version, String requestId, String payload) {
        return new Invocation(
                requestId,
                version,
                version.arn(),
                payload.getBytes(UTF_8),
                Invocation.Type.REQUEST_RESPONSE,
                Optional.empty(),
                "Root=1-00000000-000000000000000000000000");
    }
}
