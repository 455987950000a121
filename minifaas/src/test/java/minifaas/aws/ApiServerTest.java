package minifaas.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import minifaas.Settings;
import minifaas.aws.lambda.LambdaApi;
import minifaas.invocation.Invoker;
import minifaas.kernel.NotWrittenYet;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTest extends WithServer {
    @Test
    void healthIsOk() {
        var answer = server.get("/_minifaas/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_minifaas/health",
                "/2015-03-31/functions/f/configuration",
                "/_minifaas/code/000000000000/us-east-1/f/%24LATEST",
                "/2015-03-31/functions/gone",
                "/nowhere",
            })
    void headIsAnsweredLikeGetWithoutTheBody(String path) {
        server.create("f");
        var get = server.get(path);
        var head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "x-amzn-ErrorType"))
            assertThat(head.headers().allValues(header)).isEqualTo(get.headers().allValues(header));
    }

    @Test
    void aConnectionGoesOnAfterHead() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            String head = "HEAD /_minifaas/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String get = "GET /_minifaas/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + get).getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
            assertThat(answers.split("\"status\"", -1)).hasSize(2);
        }
    }

    @Test
    void everyAnswerHasARequestId() throws IOException {
        for (String path : List.of("/_minifaas/health", "/2015-03-31/functions", "/nowhere"))
            assertThat(UUID.fromString(server.get(path)
                            .headers()
                            .firstValue("x-amzn-RequestId")
                            .orElseThrow()))
                    .isNotNull();
        assertThat(server.raw("GET / HTTP/1.1", "evil.example")).containsIgnoringCase("x-amzn-RequestId: ");
        assertThat(server.raw("nonsense", "localhost")).containsIgnoringCase("x-amzn-RequestId: ");
    }

    @Test
    void whatIsNoOperationIsNamedWithMethodAndPath() {
        var answer = server.get("/2015-03-31/nothing/here");
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("NotImplementedException");
        assertThat(answer.body()).contains("GET /2015-03-31/nothing/here is no operation");
    }

    @Test
    void aMethodThatAwsDoesNotHaveIsNamed() throws IOException {
        for (String method : new String[] {"TRACE", "BREW"})
            assertThat(server.raw(method + " /2015-03-31/functions HTTP/1.1", "localhost"))
                    .startsWith("HTTP/1.1 501")
                    .contains("NotImplementedException", method + " is no method");
    }

    @Test
    void aReboundNameIsRefused() throws IOException {
        String answer = server.raw("GET /2015-03-31/functions HTTP/1.1", "rebound.evil.example:4566");
        assertThat(answer).startsWith("HTTP/1.1 403").contains("'rebound.evil.example:4566' is not a name");
    }

    @Test
    void namesThatWereAllowedAreFine() throws IOException {
        for (String host : List.of("faas.example", "127.0.0.1:1", "[::1]:4566", "a.localhost"))
            assertThat(server.raw("GET /_minifaas/health HTTP/1.1", host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRequestWithoutHostIsRefused() throws IOException {
        assertThat(server.raw("GET /_minifaas/health HTTP/1.1", null)).startsWith("HTTP/1.1 400");
        assertThat(server.raw("GET /_minifaas/health HTTP/1.0", null)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: null", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"})
    void aPostFromAnotherSiteIsRefusedAndRunsNothing(String header) throws IOException {
        server.create("f");
        String answer = server.raw("POST /2015-03-31/functions/f/invocations HTTP/1.1", "localhost", header);
        assertThat(answer).startsWith("HTTP/1.1 403").contains("AccessDeniedException");
        assertThat(server.invocations).isEmpty();
    }

    @Test
    void aHeaderOfOneMegabyteIsRefusedAndTheServerLives() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            var request = socket.getOutputStream();
            request.write("GET /_minifaas/health HTTP/1.1\r\nHost: localhost\r\nX-Large: ".getBytes());
            request.write("x".repeat(1_000_000).getBytes());
            request.flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 431");
        }
        assertThat(server.get("/_minifaas/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2015-03-31/functions/a/../b",
                "/2015-03-31/functions/..",
                "/../../../etc/passwd",
                "/2015-03-31/functions/%2e%2e%2f%2e%2e",
                "/2015-03-31/functions/a%2F..%2Fb",
                "/2015-03-31/functions/a%00b",
                "/2015-03-31/functions/%C3%BC%E2%98%83",
                "/2015-03-31/functions/%FF%FE",
                "/2015-03-31/functions/%zz",
                "/2015-03-31/functions/a;b=c",
                "/2015-03-31/functions/a\\b",
                "//2015-03-31//functions",
                "/2015-03-31/functions/a?Qualifier=%00",
                "/2015-03-31/functions?Marker=%%%",
                "/_minifaas/code/../../../etc/passwd",
                "/_minifaas/code/a/b/..%2f..%2f/%00",
                "/2017-03-31/tags/..%2f..%2fetc"
            })
    void strangePathsGetAnErrorInAwsForm(String path) throws IOException {
        String answer = server.raw("GET " + path + " HTTP/1.1", "localhost");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|501) .*");
        assertThat(answer).containsIgnoringCase("x-amzn-ErrorType: ").containsIgnoringCase("\"message\":\"");
        assertThat(server.get("/_minifaas/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aBugIsAnsweredWithoutItsStackTrace() {
        server.create("f");
        server.function = invocation -> CompletableFuture.failedFuture(new IllegalStateException("secret detail"));
        var failed = server.post("/2015-03-31/functions/f/invocations", "{}");
        server.function = invocation -> {
            throw new IllegalStateException("secret detail");
        };
        var thrown = server.post("/2015-03-31/functions/f/invocations", "{}");
        for (var answer : List.of(failed, thrown)) {
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("ServiceException");
            assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception:");
        }
    }

    @Test
    void anExerciseThatIsNotWrittenIsNamed() {
        server.create("f");
        var missing = new NotWrittenYet("10.2");
        server.function = invocation -> CompletableFuture.failedFuture(new IllegalStateException("wrapped", missing));
        var failed = server.post("/2015-03-31/functions/f/invocations", "{}");
        server.function = invocation -> {
            throw new ExceptionInInitializerError(missing);
        };
        var thrown = server.post("/2015-03-31/functions/f/invocations", "{}");
        for (var answer : List.of(failed, thrown)) {
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("ServiceException");
            assertThat(answer.body())
                    .isEqualTo("{\"Type\":\"Service\","
                            + "\"Message\":\"exercise 10.2 is not written yet (./faas lab 10)\"}");
        }
    }

    @Test
    void closingLetsARunningInvocationEnd() {
        server.create("f");
        var running = new CompletableFuture<Invoker.Result>();
        var started = new CompletableFuture<Void>();
        server.function = invocation -> {
            started.complete(null);
            return running;
        };
        var answer = CompletableFuture.supplyAsync(() -> server.post("/2015-03-31/functions/f/invocations", "{}"));
        started.join();
        int port = server.port();
        var closed = CompletableFuture.runAsync(server::stop);
        await().until(() -> !isListening(port));
        running.complete(TestServer.succeeded("\"late\""));
        assertThat(answer.join().body()).isEqualTo("\"late\"");
        closed.join();
    }

    private static boolean isListening(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    private void cannotStart(String host, int port, String message) {
        try (var clock = new SystemClock()) {
            var settings = new Settings(host, port, List.of(), folder, 1024, 7, Duration.ZERO, Duration.ofMinutes(10));
            var api = new ApiServer(
                    settings,
                    new LambdaApi(new LambdaApi.Parts(null, null, null, null, null, null, null), clock, 7, Map.of()),
                    routes -> {});
            assertThatThrownBy(api::start)
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith(message)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() throws IOException {
        try (var other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            cannotStart("127.0.0.1", port, "port " + port + " of 127.0.0.1 cannot be opened: another program listens");
        }
    }

    @Test
    void aHostThatNobodyKnowsIsSaidInOneLine() {
        cannotStart("nosuch.invalid", 0, "the host nosuch.invalid cannot be resolved; --host takes");
    }

    @Test
    void anAddressOfAnotherMachineIsSaidInOneLine() {
        cannotStart("192.0.2.1", 0, "192.0.2.1 is no address of this machine; --host chooses another");
    }

    @Test
    void aBodyThatIsTooLargeIsAnsweredAndNotOnlyCutOff() {
        var answer = server.send(server.request("/2015-03-31/functions/f/configuration")
                .PUT(BodyPublishers.ofByteArray(new byte[20_000_000])));
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
