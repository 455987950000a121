package minifaas.course.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import minifaas.cli.Sample;
import minifaas.kernel.Json;

/**
 * Calls a running platform through Lambda's own API: for the end-to-end test of a lab.
 *
 * <p>The system property {@code minifaas.endpoint} says where the platform is, as in {@code http://localhost:4566}.
 */
public final class PlatformClient {
    private static final int CONFLICT = 409;

    private final String endpoint = System.getProperty("minifaas.endpoint");
    private final HttpClient client = HttpClient.newHttpClient();

    /** Creates a function from one of minifaas's own samples; the answer is its configuration. */
    public JsonNode create(String name, Sample sample) throws IOException, InterruptedException {
        return post(
                "/2015-03-31/functions",
                Map.of(
                        "FunctionName",
                        name,
                        "Runtime",
                        "java17",
                        "Handler",
                        sample.handler(),
                        "Timeout",
                        30,
                        "MemorySize",
                        256,
                        "Role",
                        "arn:aws:iam::000000000000:role/lab",
                        "Code",
                        Map.of("ZipFile", base64(sample))));
    }

    /** The archive of a sample in the form in which a request carries it. */
    public static String base64(Sample sample) throws IOException {
        return Base64.getEncoder().encodeToString(sample.zip());
    }

    /** Invokes a function, or a version or alias of it ({@code f:PROD}), with an event. */
    public HttpResponse<String> invoke(String function, String event, String... headers)
            throws IOException, InterruptedException {
        return send("POST", "/2015-03-31/functions/" + function + "/invocations", event, headers);
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return Json.mapper().readTree(send("GET", path, "").body());
    }

    public JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return Json.mapper().readTree(send("POST", path, text(body)).body());
    }

    public JsonNode put(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return Json.mapper().readTree(send("PUT", path, text(body)).body());
    }

    private static String text(Map<String, Object> body) throws IOException {
        return Json.mapper().writeValueAsString(body);
    }

    /** While a function is being made ready it answers with a conflict, and is asked again. */
    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        HttpResponse<String> answer;
        do answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == CONFLICT && answer.body().contains("at this time"));
        return answer;
    }
}
