package minifaas.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import minifaas.Minifaas;
import minifaas.Settings;
import minifaas.kernel.Database;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send a part of a request and stop: they keep nobody else waiting, and their time is limited. */
@Tag("long")
class SlowClientsTest {
    /** More than the HTTP server has threads on a JDK without virtual ones. */
    private static final int CLIENTS = 300;

    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final String HEAD = "POST /2015-03-31/functions/echo/invocations HTTP/1.1\r\nHost: localhost\r\n";

    private final List<Socket> clients = new ArrayList<>();
    private Minifaas minifaas;
    private Platform platform;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        Machine.needs("python3", "python");
        minifaas = Minifaas.start(new Settings(
                "127.0.0.1",
                0,
                List.of(),
                data,
                1024,
                7,
                Duration.ofMillis(10),
                Duration.ofMinutes(10),
                SILENCE,
                1000,
                1000,
                Database.Durability.NORMAL));
        platform = Platform.of(minifaas);
        String code = "import time\ndef handler(event, context):\n  time.sleep(event)\n  return event";
        byte[] zip = Platform.zip(Map.of("app.py", code));
        platform.create("echo", "python3.11", "app.handler", zip, request -> request.timeout(30));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket client : clients) client.close();
        if (platform != null) platform.close();
    }

    private void clientsSend(String part) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Socket("127.0.0.1", minifaas.port());
            clients.add(client);
            client.setSoTimeout(30_000);
            client.getOutputStream().write(part.getBytes(US_ASCII));
        }
    }

    /** Asks again and again, until shortly before the first of the clients has had its time. */
    private void nobodyElseWaits() throws IOException {
        Duration meanwhile = SILENCE.minusSeconds(1);
        long start = System.nanoTime();
        while (since(start).compareTo(meanwhile) < 0) {
            long asked = System.nanoTime();
            isHealthy();
            assertThat(since(asked)).as("health").isLessThan(Duration.ofSeconds(1));
            assertThat(platform.answer("echo", "0")).isEqualTo("0");
            assertThat(since(asked)).as("an invocation").isLessThan(meanwhile);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private void isHealthy() throws IOException {
        var health = (HttpURLConnection)
                platform.endpoint().resolve("/_minifaas/health").toURL().openConnection();
        health.setReadTimeout((int) SILENCE.toMillis() * 2);
        assertThat(health.getResponseCode()).isEqualTo(200);
    }

    private void allEndWithinTheirLimit() throws IOException {
        for (Socket client : clients) readToItsEnd(client);
    }

    /** Fails when the server does not close the connection before the socket's own time-out. */
    private static String readToItsEnd(Socket client) throws IOException {
        try {
            return new String(client.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void withHalfASmallBody() throws Exception {
        clientsSend(HEAD + "Content-Length: 1000\r\n\r\n{\"half\":");

        nobodyElseWaits();
        allEndWithinTheirLimit();
    }

    @Test
    void withHalfALargeBody() throws Exception {
        clientsSend(HEAD + "Content-Length: 1000000\r\n\r\n" + "1".repeat(100_000));

        nobodyElseWaits();
        allEndWithinTheirLimit();
    }

    @Test
    void withABodyOfUnknownLength() throws Exception {
        clientsSend(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"hal");

        nobodyElseWaits();
        allEndWithinTheirLimit();
    }

    @Test
    void withHalfTheirHeaders() throws Exception {
        clientsSend(HEAD + "X-Half: ");

        nobodyElseWaits();
        allEndWithinTheirLimit();
    }

    @Test
    void aFunctionMayRunForLongerThanAClientMayBeSilent() {
        assertThat(platform.answer("echo", "9")).isEqualTo("9");
    }

    /** A piece each second, for longer than it may be silent. */
    @Test
    void aSlowClientThatKeepsSendingIsHeard() throws Exception {
        var sender = Executors.newSingleThreadScheduledExecutor();
        try (var client = new Socket("127.0.0.1", minifaas.port())) {
            client.setSoTimeout(30_000);
            OutputStream out = client.getOutputStream();
            out.write((HEAD + "Connection: close\r\nContent-Length: 12001\r\n\r\n0").getBytes(US_ASCII));
            Callable<Void> piece = () -> {
                out.write(" ".repeat(2000).getBytes(US_ASCII));
                return null;
            };
            for (int second = 1; second <= 6; second++) sender.schedule(piece, second, TimeUnit.SECONDS);

            assertThat(readToItsEnd(client)).startsWith("HTTP/1.1 200");
        } finally {
            sender.shutdownNow();
        }
    }
}
