package minifaas.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of AWS's would send, byte by byte: a clear refusal each, and the server goes on. */
class BadRequestTest {
    private static final String FUNCTIONS = "/2015-03-31/functions";

    @TempDir
    static Path around;

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        Machine.needs("python3", "python");
        platform = Platform.start(around.resolve("data"));
        platform.create("echo", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 'called'"));
    }

    @AfterAll
    static void stop() {
        if (platform != null) platform.close();
    }

    @AfterEach
    void theServerServesAndWroteNothingOutsideItsFolder() throws Exception {
        assertThat(platform.answer("echo", "{}")).isEqualTo("\"called\"");
        try (var neighbours = Files.list(around)) {
            assertThat(neighbours).containsExactly(around.resolve("data"));
        }
    }

    /** All that the server answers on a connection that is then closed. */
    private static String send(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", platform.endpoint().getPort())) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            } catch (SocketException refusedBeforeItsEnd) {
                // what the server said is there to be read
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static String request(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.getBytes(ISO_8859_1).length + "\r\n\r\n" + body;
    }

    private static String post(String path, String body) throws IOException {
        return send(request("POST", path, "Host: localhost\r\n", body));
    }

    private static String invoke(String headers) throws IOException {
        return send(request("POST", FUNCTIONS + "/echo/invocations", headers, "{}"));
    }

    @Test
    void jsonOfAnyDepthIsPassedOnOrRefusedAndNeverAStackOverflow() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(post(FUNCTIONS + "/echo/invocations", deep))
                .startsWith("HTTP/1.1 400 ")
                .contains("InvalidRequestContentException");
        assertThat(post(FUNCTIONS, deep)).startsWith("HTTP/1.1 400 ");
        assertThat(post(FUNCTIONS, "{\"a\":".repeat(100_000))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aHeaderOf1MbIsRefused() throws Exception {
        assertThat(invoke("Host: localhost\r\nX-Large: " + "x".repeat(1 << 20) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void anAddressOf1MbIsRefused() throws Exception {
        assertThat(post("/" + "x".repeat(1 << 20), "")).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void aClientContextThatIsTooLargeIsRefused() throws Exception {
        String context = Base64.getEncoder().encodeToString(new byte[4000]);

        assertThat(invoke("Host: localhost\r\nX-Amz-Client-Context: " + context + "\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2F..%2Fetc%2Fpasswd",
                "../../etc/passwd",
                "%2e%2e/%2e%2e",
                "..%5C..%5Cwindows",
                "f%00",
                "%E2%98%83",
                "%C3%28",
                "%zz",
                "%",
                "a%0D%0AX-Injected:%201",
                "arn:aws:lambda:..%2F..:000000000000:function:f",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            })
    void aNameThatIsNoneIsRefused(String name) throws Exception {
        for (String path : new String[] {"/" + name, "/" + name + "/invocations", "/" + name + "/configuration"}) {
            String answer =
                    send(request(path.endsWith("s") ? "POST" : "GET", FUNCTIONS + path, "Host: localhost\r\n", ""));
            assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404|501) .*").contains("{\"");
            assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("\r\nX-Injected");
        }
    }

    @Test
    void aNameThatIsNoneCannotBeCreated() throws Exception {
        String zip = Base64.getEncoder().encodeToString(Platform.zip(Map.of("app.py", "")));
        for (String name : new String[] {"../up", "a/b", "a\\\\b", "nul\\u0000", "sn\\u2603w", "", " ", "a b", "."}) {
            String answer = post(FUNCTIONS, """
                    {"FunctionName":"%s","Runtime":"python3.11","Handler":"app.handler","Role":"%s",\
                    "Code":{"ZipFile":"%s"}}""".formatted(name, Platform.ROLE, zip));
            assertThat(answer).as(name).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void whatIsNotHttpIsRefused() throws Exception {
        assertThat(send("rubbish\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(send("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .matches("(?s)HTTP/1\\.1 (400|404|501) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: evil.example:4566\r\n",
                "Host: localhost.evil.example\r\n",
                "Host: 127.0.0.1.evil.example\r\n",
                "Host: \r\n",
                "Host: localhost\r\nOrigin: http://evil.example\r\n",
                "Host: localhost\r\nOrigin: http://localhost:1\r\n",
                "Host: localhost\r\nOrigin: null\r\n",
                "Host: localhost\r\nSec-Fetch-Site: cross-site\r\n",
            })
    void aWebPageCannotInvokeAFunction(String headers) throws Exception {
        assertThat(invoke(headers)).matches("(?s)HTTP/1\\.1 40[03] .*").doesNotContain("called");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\n",
                "Host: 127.0.0.1:4566\r\n",
                "Host: [::1]:4566\r\n",
                "Host: lambda.localhost\r\n",
                "Host: localhost:4566\r\nOrigin: http://localhost:4566\r\nSec-Fetch-Site: same-origin\r\n",
            })
    void aLoopbackNameIsFine(String headers) throws Exception {
        assertThat(invoke(headers)).startsWith("HTTP/1.1 200 ").contains("called");
    }

    @Test
    void aWebPageCannotAskWhetherItMay() throws Exception {
        String preflight = request(
                "OPTIONS",
                FUNCTIONS + "/echo/invocations",
                "Host: localhost\r\nOrigin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n",
                "");

        assertThat(send(preflight)).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control-Allow");
    }
}
