package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import minifaas.kernel.Json;
import minifaas.testing.Platform;

/** Calls on a platform of which an exercise is not written; {@link UnwrittenExercisesTest} loads it with such classes. */
public final class UnwrittenCall {
    private static final String CODE = """
            import os, time
            def handler(event, context):
                if event.get('exit'): os._exit(3)
                if event.get('sleep'): time.sleep(event['sleep'])
                return event
            """;

    private UnwrittenCall() {}

    /** Each call is answered, and soon, with the name of the exercise, and the platform can be stopped afterwards. */
    public static void isAnswered(String exercise, String event, Path data) throws Exception {
        try (var platform = Platform.start(data)) {
            platform.create(
                    "f",
                    "python3.11",
                    "app.handler",
                    Platform.zip(Map.of("app.py", CODE)),
                    function -> function.timeout(1));
            for (int call = 0; call < 2; call++) {
                HttpResponse<String> answer = invoke(platform.endpoint(), event);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("ServiceException");
                assertThat(Json.read(answer.body().getBytes()).path("Message").asText())
                        .isEqualTo(
                                "exercise " + exercise + " is not written yet (./faas lab " + exercise.charAt(0) + ")");
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Platform.hasEnvironments(data))
                            .as("environments that nobody can decide about are ended")
                            .isFalse());
        }
    }

    private static HttpResponse<String> invoke(URI endpoint, String event) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(endpoint + "/2015-03-31/functions/f/invocations"))
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(event))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
