package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way back to a runtime: replies, and the event that answers {@code next}. */
final class RuntimeConnection {
    private static final Logger log = LoggerFactory.getLogger(RuntimeConnection.class);
    /** A larger event, in bytes, might fill the socket while its runtime does not read, so it gets its own thread. */
    private static final int SMALL_EVENT = 16 * 1024;

    // guarded by this: two threads may have something to say to a runtime that breaks the rules
    private final OutputStream output;

    RuntimeConnection(OutputStream output) {
        this.output = output;
    }

    void send(RuntimeApi.Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        write(
                "HTTP/1.1 " + reply.status() + " \r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n",
                body);
    }

    /** Lets a client send its body, which it would otherwise do after a second of silence. */
    void sendContinue() throws IOException {
        write("HTTP/1.1 100 Continue\r\n\r\n", new byte[0]);
    }

    /** Answers {@code next} with an event; a runtime that is gone by now does not get it. */
    void deliver(Invocation invocation, Instant deadline) {
        if (invocation.payload().length <= SMALL_EVENT) tryToDeliver(invocation, deadline);
        else Threads.start("deliver", () -> tryToDeliver(invocation, deadline));
    }

    private void tryToDeliver(Invocation invocation, Instant deadline) {
        try {
            writeEvent(invocation, deadline);
        } catch (IOException runtimeGone) {
            log.debug("{}: the runtime did not take its event", invocation.requestId(), runtimeGone);
        }
    }

    private void writeEvent(Invocation invocation, Instant deadline) throws IOException {
        var head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                .append("Lambda-Runtime-Aws-Request-Id: ")
                .append(invocation.requestId())
                .append("\r\nLambda-Runtime-Deadline-Ms: ")
                .append(deadline.toEpochMilli())
                .append("\r\nLambda-Runtime-Invoked-Function-Arn: ")
                .append(invocation.invokedArn())
                .append("\r\nLambda-Runtime-Trace-Id: ")
                .append(invocation.traceId());
        invocation
                .clientContext()
                .ifPresent(context ->
                        head.append("\r\nLambda-Runtime-Client-Context: ").append(inOneLine(context)));
        head.append("\r\nContent-Length: ").append(invocation.payload().length).append("\r\n\r\n");
        write(head.toString(), invocation.payload());
    }

    /** A header has one line, and JSON may have several; a line break within a string is written as an escape. */
    private static String inOneLine(String json) {
        return json.replace('\r', ' ').replace('\n', ' ');
    }

    private synchronized void write(String head, byte[] body) throws IOException {
        byte[] headBytes = head.getBytes(UTF_8);
        byte[] message = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, message, 0, headBytes.length);
        System.arraycopy(body, 0, message, headBytes.length, body.length);
        output.write(message);
    }
}
