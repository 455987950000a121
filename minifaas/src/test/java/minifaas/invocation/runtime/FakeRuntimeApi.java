package minifaas.invocation.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Runtime API for one runtime: hands out the events that a test offers and keeps what the runtime posts. */
final class FakeRuntimeApi implements Closeable {
    /** What a runtime posted: where, with which headers (names in lower case) and what. */
    record Answer(String path, Map<String, String> headers, String body) {
        String errorType() {
            return headers.get("lambda-runtime-function-error-type");
        }
    }

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::serve, "fake Runtime API");
    private Socket connection; // guarded by this

    FakeRuntimeApi() throws IOException {
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Offers an event; each header is a line such as {@code "Lambda-Runtime-Trace-Id: x"}. */
    void offer(String requestId, String event, String... headers) {
        byte[] body = event.getBytes(UTF_8);
        var answer = new StringBuilder("HTTP/1.1 200 OK\r\n");
        answer.append("Lambda-Runtime-Aws-Request-Id: ").append(requestId).append("\r\n");
        answer.append("Lambda-Runtime-Deadline-Ms: ")
                .append(System.currentTimeMillis() + 30_000)
                .append(
                        "\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:000000000000:function:f\r\n");
        for (String header : headers) answer.append(header).append("\r\n");
        answer.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        events.add(answer.append(new String(body, ISO_8859_1)).toString());
    }

    Answer answer() throws InterruptedException {
        Answer answer = answers.poll(30, TimeUnit.SECONDS);
        if (answer == null) throw new AssertionError("the runtime posted nothing within 30 s");
        return answer;
    }

    private void serve() {
        try (Socket accepted = server.accept()) {
            synchronized (this) {
                connection = accepted;
            }
            accepted.setTcpNoDelay(true);
            var in = new BufferedInputStream(accepted.getInputStream());
            for (String request = readLine(in); request != null; request = readLine(in)) {
                String reply = answerTo(request, in);
                accepted.getOutputStream().write(reply.getBytes(ISO_8859_1));
            }
        } catch (IOException | InterruptedException closed) {
            // the test is over
        }
    }

    private String answerTo(String request, InputStream in) throws IOException, InterruptedException {
        var headers = new TreeMap<String, String>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].trim());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if (request.startsWith("GET")) return events.take();
        answers.add(new Answer(request.split(" ")[1], headers, new String(body, UTF_8)));
        return "HTTP/1.1 202 Accepted\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}";
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) return null;
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        thread.interrupt();
        if (connection != null) connection.close();
    }
}
