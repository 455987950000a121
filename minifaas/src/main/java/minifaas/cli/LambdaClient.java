package minifaas.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import minifaas.kernel.Clock;
import minifaas.kernel.Json;
import minifaas.kernel.SystemClock;

/** The few calls of Lambda's API that the commands make themselves, as plain HTTP. */
public final class LambdaClient {
    private static final String FUNCTIONS = "/2015-03-31/functions";
    private static final Duration LONGEST_UPDATE = Duration.ofSeconds(30);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(16);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Clock clock = new SystemClock();
    private final String endpoint;
    private final Optional<String> authorization;

    /**
     * A client of the platform at this address, such as {@code http://localhost:4566}; its account and region are those
     * of requests without a signature.
     */
    public LambdaClient(String endpoint) {
        this(endpoint, Optional.empty());
    }

    private LambdaClient(String endpoint, Optional<String> authorization) {
        this.endpoint = endpoint;
        this.authorization = authorization;
    }

    /**
     * A client that means the same functions as AWS's own tools do in a shell with these variables: the account is
     * AWS_ACCESS_KEY_ID, where that has 12 digits, and the region AWS_REGION or else AWS_DEFAULT_REGION. It names them
     * as a signature does, and signs nothing, since signatures are not checked yet.
     */
    static LambdaClient inShell(String endpoint, Map<String, String> environment) {
        String accessKey = environment.getOrDefault("AWS_ACCESS_KEY_ID", "minifaas");
        String region =
                environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1"));
        String scope = accessKey + "/20261101/" + region + "/lambda/aws4_request";
        return new LambdaClient(endpoint, Optional.of("AWS4-HMAC-SHA256 Credential=" + scope + ", Signature=none"));
    }

    /** What Invoke answered: the payload, the log's tail, and how long the caller waited. */
    public record Answer(String payload, String log, Duration waited) {}

    /**
     * Creates the function, or gives it this code when it is there, and waits until it can be called.
     *
     * @param runtime AWS's identifier, such as {@code java17}
     * @throws IOException when the platform refuses, or does not answer
     */
    public void deploy(String name, String runtime, String handler, int memoryMiB, byte[] zip) throws IOException {
        String code = Base64.getEncoder().encodeToString(zip);
        var function = Map.of(
                "FunctionName", name,
                "Runtime", runtime,
                "Handler", handler,
                "MemorySize", memoryMiB,
                "Timeout", 30,
                "Role", "arn:aws:iam::000000000000:role/minifaas",
                "Code", Map.of("ZipFile", code));
        HttpResponse<byte[]> created = send("POST", FUNCTIONS, function);
        if (created.statusCode() == 409) {
            settled(name);
            accepted(send("PUT", FUNCTIONS + "/" + name + "/code", Map.of("ZipFile", code)));
        } else {
            accepted(created);
        }
        settled(name);
    }

    /** Calls the function and waits for its answer. */
    public Answer invoke(String name, String event) throws IOException {
        HttpRequest request = request(FUNCTIONS + "/" + name + "/invocations")
                .header("X-Amz-Log-Type", "Tail")
                .POST(BodyPublishers.ofString(event))
                .build();
        long start = clock.nanos();
        HttpResponse<byte[]> response = accepted(send(request));
        Duration waited = clock.since(start);
        String payload = new String(response.body(), StandardCharsets.UTF_8);
        if (response.headers().firstValue("X-Amz-Function-Error").isPresent())
            throw new IOException("the function " + name + " failed: " + payload);

        String tail = response.headers().firstValue("X-Amz-Log-Result").orElse("");
        return new Answer(payload, new String(Base64.getDecoder().decode(tail), StandardCharsets.UTF_8), waited);
    }

    /** What a path answers, as JSON. */
    public JsonNode get(String path) throws IOException {
        return Json.read(accepted(send(request(path).GET().build())).body());
    }

    /** Waits as the AWS CLI's waiters do: looks again until the state is a final one. */
    private void settled(String name) throws IOException {
        long start = clock.nanos();
        while (clock.since(start).compareTo(LONGEST_UPDATE) < 0) {
            JsonNode configuration = get(FUNCTIONS + "/" + name + "/configuration");
            String state = configuration.path("State").asText();
            String update = configuration.path("LastUpdateStatus").asText();
            if (state.equals("Failed") || update.equals("Failed"))
                throw new IOException("the function " + name + " can't be made ready: " + configuration);
            if (state.equals("Active") && !update.equals("InProgress")) return;
            pause();
        }
        throw new IOException("the function " + name + " is not ready after " + LONGEST_UPDATE.toSeconds() + " s");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private HttpResponse<byte[]> send(String method, String path, Object body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.write(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(LONGEST_CALL);
            authorization.ifPresent(value -> request.header("Authorization", value));
            return request;
        } catch (IllegalArgumentException wrong) {
            throw new IOException("not the address of a platform: " + endpoint);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException nobody) {
            throw new IOException("nobody answers at " + endpoint + "; start the platform with: ./faas up");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static HttpResponse<byte[]> accepted(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() < 300) return response;
        throw new IOException(problem(response));
    }

    private static String problem(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        try {
            JsonNode error = Json.read(response.body());
            return error.path("message").asText(error.path("Message").asText(body));
        } catch (IOException notJson) {
            return response.uri().getPath() + " answered " + response.statusCode() + ": " + body;
        }
    }
}
