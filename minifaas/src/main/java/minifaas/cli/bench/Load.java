package minifaas.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import minifaas.kernel.Clock;
import org.HdrHistogram.Histogram;

/**
 * The same request, sent by so many clients for so long; each client has a connection and a thread, and sends its next
 * request when it has its answer (a closed loop).
 *
 * @param port where the server listens on this machine
 * @param path of the request, a POST
 * @param body of the request, JSON
 * @param type of the invocation: RequestResponse or Event
 */
record Load(Clock clock, int port, String path, String body, String type) {
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    /** Clients that wait for the function's answer. */
    Load(Clock clock, int port, String path, String body) {
        this(clock, port, path, body, "RequestResponse");
    }

    /**
     * What was measured.
     *
     * @param latencies in ns
     * @param perSecond answers a second of all clients together
     */
    record Result(Histogram latencies, double perSecond) {
        double micros(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** Drives the server; an answer that is not a success ends it. */
    Result run(int clients, Duration time) throws IOException {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            long start = clock.nanos();
            long end = start + time.toNanos();
            var running = new ArrayList<CompletableFuture<Histogram>>();
            for (int client = 0; client < clients; client++)
                running.add(CompletableFuture.supplyAsync(() -> client(end), threads));
            Histogram all = sum(running);
            return new Result(all, all.getTotalCount() / (clock.since(start).toNanos() / 1e9));
        } catch (CompletionException failed) {
            throw new IOException("the load ended: " + failed.getCause().getMessage(), failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private Histogram client(long end) {
        byte[] request = request();
        Histogram latencies = histogram();
        try (var connection = new Connection(port)) {
            long sent = clock.nanos();
            while (sent < end) {
                connection.exchange(request);
                long answered = clock.nanos();
                latencies.recordValue(Math.min(LONGEST_NANOS, answered - sent));
                sent = answered;
            }
            return latencies;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] request() {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/json\r\nX-Amz-Invocation-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static Histogram sum(List<CompletableFuture<Histogram>> parts) {
        Histogram all = histogram();
        for (var part : parts) all.add(part.join());
        return all;
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, 3);
    }
}
