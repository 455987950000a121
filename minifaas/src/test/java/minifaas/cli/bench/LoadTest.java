package minifaas.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final SystemClock clock = new SystemClock();
    private final AtomicInteger answered = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answers("/sized", 200, 2);
        answers("/chunked", 200, 0);
        answers("/broken", 500, 2);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        clock.close();
    }

    @Test
    void everyAnswerIsCounted() throws IOException {
        Load.Result result = load("/sized").run(2, SHORT);
        assertThat(result.latencies().getTotalCount()).isEqualTo(answered.get()).isPositive();
        assertThat(result.perSecond()).isPositive();
    }

    @Test
    void aChunkedAnswerIsReadToItsEnd() throws IOException {
        Load.Result result = load("/chunked").run(1, SHORT);
        assertThat(result.latencies().getTotalCount()).isEqualTo(answered.get()).isPositive();
    }

    @Test
    void anAnswerThatIsNoSuccessEndsTheLoad() {
        assertThatThrownBy(() -> load("/broken").run(1, SHORT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
    }

    @Test
    void theMedianOfSeveralRunsIsTheMiddleOne() {
        assertThat(Figure.median(List.of(9, 1, 5), Integer::doubleValue)).isEqualTo(5);
    }

    private Load load(String path) {
        return new Load(clock, server.getAddress().getPort(), path, "{}");
    }

    /** A length of 0 makes the JDK's server answer in chunks. */
    private void answers(String path, int status, int length) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            answered.incrementAndGet();
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
    }
}
