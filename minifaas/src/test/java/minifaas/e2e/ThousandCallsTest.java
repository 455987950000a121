package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.testing.JavaClasses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand callers at once: all are answered, within the memory bound, and the server stays awake meanwhile. */
@Tag("long")
class ThousandCallsTest {
    private static final int CALLS = 1000;
    private static final int BOUND_MIB = 2048;

    @TempDir
    static Path data;

    private static Platform platform;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(data, 7, BOUND_MIB, Duration.ofMillis(10));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static URI uri(String path) {
        return URI.create(platform.endpoint() + path);
    }

    private CompletableFuture<HttpResponse<String>> call(String function, int number) {
        var request = HttpRequest.newBuilder(uri("/2015-03-31/functions/" + function + "/invocations"))
                .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(number)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The function takes 20 ms and answers its event. */
    private void allAreAnswered(String function) throws Exception {
        assertThat(call(function, 0).get(30, TimeUnit.SECONDS).body())
                .as("one warm environment")
                .isEqualTo("0");

        var calls = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < CALLS; i++) calls.add(call(function, i));
        var all = CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
        watch(all);

        for (int i = 0; i < CALLS; i++) {
            var answer = calls.get(i).join();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(String.valueOf(i));
        }
    }

    /**
     * Asks for the server's health, and looks at its environments, until all is done. Each answer has 5 s; that half of
     * them come within 1 s shows that no thread of the server waits with the calls, however busy the machine is.
     */
    private void watch(CompletableFuture<Void> all) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        int most = 0;
        var answered = new ArrayList<Duration>();
        while (!all.isDone()) {
            if (System.nanoTime() > end) fail("not all calls were answered within 60 s");
            long asked = System.nanoTime();
            assertThat(isHealthy()).isTrue();
            answered.add(Duration.ofNanos(System.nanoTime() - asked));
            most = Math.max(most, environments());
            assertThat(most).as("environments at once").isLessThanOrEqualTo(BOUND_MIB / 128);
        }
        all.join();
        assertThat(most).as("environments at once").isGreaterThan(1);
        answered.sort(null);
        assertThat(answered.get(answered.size() / 2)).as("health meanwhile").isLessThan(Duration.ofSeconds(1));
    }

    /** Over a plain connection of its own, so that the thousand calls do not stand before it in the client's queue. */
    private static boolean isHealthy() throws Exception {
        var connection = uri("/_minifaas/health").toURL().openConnection();
        connection.setReadTimeout(5000);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), UTF_8).contains("ok");
        }
    }

    private static int environments() throws Exception {
        try (var folders = Files.list(data.resolve("environments"))) {
            return (int)
                    folders.filter(folder -> !folder.endsWith("node_modules")).count();
        }
    }

    @Test
    void onPython() throws Exception {
        Machine.needs("python3", "python");
        String code = "import time\ndef handler(event, context):\n  time.sleep(0.02)\n  return event";
        platform.create("python", "python3.11", "app.handler", Map.of("app.py", code));

        allAreAnswered("python");
    }

    @Test
    void onNode() throws Exception {
        Machine.needs("node", "nodejs");
        platform.create(
                "node",
                "nodejs20.x",
                "index.handler",
                Map.of("index.js", "exports.handler = (event, context, done) => setTimeout(done, 20, null, event);"));

        allAreAnswered("node");
    }

    @Test
    void onJava() throws Exception {
        byte[] zip = JavaClasses.compile("Wait.java", """
                import com.amazonaws.services.lambda.runtime.*;
                public class Wait implements RequestHandler<Integer, Integer> {
                    public Integer handleRequest(Integer event, Context context) {
                        try { Thread.sleep(20); } catch (InterruptedException stop) { return -1; }
                        return event;
                    }
                }
                """).jar();
        platform.create("java", "java17", "Wait", zip, request -> request.memorySize(256));

        allAreAnswered("java");
    }

    @Test
    void atTheBoundAnotherFunctionIsNotStarved() throws Exception {
        Machine.needs("python3", "python");
        String code = "import time\ndef handler(event, context):\n  time.sleep(0.02)\n  return event";
        platform.create("crowd", "python3.11", "app.handler", Map.of("app.py", code));
        platform.create("single", "python3.11", "app.handler", Map.of("app.py", code));

        List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) crowd.add(call("crowd", i));
        var single = call("single", 7);
        for (int i = 0; i < CALLS; i++) crowd.add(call("crowd", i));

        assertThat(single.get(30, TimeUnit.SECONDS).body()).isEqualTo("7");
        CompletableFuture.allOf(crowd.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(crowd).allMatch(answer -> answer.join().statusCode() == 200);
    }
}
