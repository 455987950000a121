package minifaas.invocation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import minifaas.kernel.HostGuard;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Runtime API of one environment, on a port of its own: what a runtime calls to get events and give answers.
 *
 * <p>It reads HTTP and leaves every decision to {@link Calls}. A thread waits on each connection; a runtime keeps one
 * connection open, so an invocation costs no hand-over between threads: whoever has the event writes it, and the
 * connection's thread reads the answer.
 *
 * <p>AWS: "Using the Lambda runtime API for custom runtimes", version 2018-06-01 (November 2026).
 */
final class RuntimeApi implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RuntimeApi.class);
    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final int CONNECTIONS_WAITING = 16;

    /** What a runtime can ask and say; each call is answered at once, but for {@code next}, which may wait. */
    interface Calls {
        /** The runtime wants an event: refused, or answered later through the connection. */
        Optional<Reply> next(RuntimeConnection connection);

        Reply response(String requestId, byte[] payload);

        /** The answer is over the limit and was not read. */
        Reply responseTooLarge(String requestId);

        Reply error(String requestId, byte[] payload);

        /** The runtime cannot initialise; the type is that of the call's header, empty when it has none. */
        Reply initError(String errorType, byte[] payload);

        /** A connection ended; an event must no longer be written to it. */
        void disconnected(RuntimeConnection connection);
    }

    /** A status code and a JSON body. */
    record Reply(int status, String body) {
        static final Reply ACCEPTED = new Reply(202, "{\"status\":\"OK\"}\n");
        static final Reply INVALID_REQUEST_ID = error(400, "InvalidRequestID", "Invalid request ID");
        static final Reply INVALID_STATE = error(403, "InvalidStateTransition", "State transition is not allowed");
        static final Reply TOO_LARGE = error(
                413,
                "RequestEntityTooLarge",
                "Exceeded maximum allowed payload size (" + RuntimeRequest.BODY_LIMIT + " bytes).");

        static Reply error(int status, String type, String message) {
            return new Reply(status, "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}\n");
        }
    }

    private final ServerSocket listener;
    private final HostGuard guard = new HostGuard(Set.of());
    private final Calls calls;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    RuntimeApi(Calls calls) throws IOException {
        this.calls = calls;
        this.listener = new ServerSocket(0, CONNECTIONS_WAITING, InetAddress.getByName("127.0.0.1"));
    }

    /** Starts to listen: AWS_LAMBDA_RUNTIME_API is {@link #address()} from now on. */
    void start() {
        Threads.start("runtime-api-" + listener.getLocalPort(), this::accept);
    }

    /** Host and port, as AWS_LAMBDA_RUNTIME_API has them. */
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                if (listener.isClosed()) socket.close();
                Threads.start("runtime-connection-" + listener.getLocalPort(), () -> serve(socket));
            } catch (IOException failure) {
                if (listener.isClosed()) return;
                log.warn("a runtime could not connect; its environment ends", failure);
                close();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var connection = new RuntimeConnection(socket.getOutputStream());
            var input = new BufferedInputStream(socket.getInputStream());
            try {
                for (var request = RuntimeRequest.read(input, connection);
                        request.isPresent();
                        request = RuntimeRequest.read(input, connection)) {
                    Optional<Reply> reply = handle(request.get(), connection);
                    if (reply.isPresent()) connection.send(reply.get());
                }
            } finally {
                calls.disconnected(connection);
            }
        } catch (RuntimeRequest.Malformed notHttp) {
            log.warn("a runtime's request is not HTTP: {}", notHttp.getMessage());
        } catch (SocketException closed) {
            log.debug("a runtime's connection ended", closed);
        } catch (IOException failure) {
            log.warn("a runtime's connection failed", failure);
        } catch (RuntimeException failure) { // its environment has ended, and whoever waited for it knows why
            log.error("a runtime's request failed", failure);
        } finally {
            open.remove(socket);
        }
    }

    private Optional<Reply> handle(RuntimeRequest request, RuntimeConnection connection) {
        Optional<String> refusal =
                guard.refusal(request.header("host"), request.header("origin"), request.header("sec-fetch-site"));
        if (refusal.isPresent()) return Optional.of(Reply.error(403, "Forbidden", "request refused by host or origin"));

        String call = request.method() + " " + request.path();
        if (call.equals("GET " + PREFIX + "invocation/next")) return calls.next(connection);
        if (call.equals("POST " + PREFIX + "init/error")) return Optional.of(initError(request));
        if (call.startsWith("POST " + PREFIX + "invocation/")) return Optional.of(answer(request));
        return Optional.of(Reply.error(404, "NotFound", "no such call of the Runtime API"));
    }

    private Reply initError(RuntimeRequest request) {
        String errorType = request.header("lambda-runtime-function-error-type");
        return calls.initError(errorType == null ? "" : errorType, request.body());
    }

    private Reply answer(RuntimeRequest request) {
        String[] parts =
                request.path().substring((PREFIX + "invocation/").length()).split("/");
        if (parts.length != 2) return Reply.error(404, "NotFound", "no such call of the Runtime API");
        return switch (parts[1]) {
            case "response" ->
                request.isTooLarge() ? calls.responseTooLarge(parts[0]) : calls.response(parts[0], request.body());
            case "error" -> calls.error(parts[0], request.body());
            default -> Reply.error(404, "NotFound", "no such call of the Runtime API");
        };
    }

    /** Ends every connection, so that a runtime that is still there ends too. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) socket.close();
        } catch (IOException failure) {
            log.warn("a runtime's port could not be closed", failure);
        }
    }
}
