package minifaas.aws;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import minifaas.Settings;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** How Jetty, the HTTP server below Javalin, is set up. */
final class JettySetup {
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);

    /** A burst of calls arrives at once; what overflows this queue is reset by the system. */
    private static final int MOST_CONNECTIONS_WAITING = 4096;

    private static final int MOST_HEADER_BYTES = 32 * 1024;
    private static final long MOST_BYTES_TO_DISCARD = 4L << 20;
    private static final int SILENCE_MILLIS = 20;
    private static final int MOST_MILLIS_TO_DISCARD = 500;

    private JettySetup() {}

    static void apply(JettyConfig jetty, Settings settings) {
        jetty.modifyHttpConfiguration(JettySetup::configure);
        jetty.addConnector((server, http) -> connector(server, http, settings));
        jetty.modifyServer(server -> {
            server.setHandler(new GracefulHandler(new HeadAsGet()));
            server.setStopTimeout(TIME_TO_END.toMillis());
            server.setErrorHandler(JettySetup::answerUnreadable);
        });
        // the servlet's own views of the path, which refuse encoded slashes unless told to let them be
        jetty.modifyServletContextHandler(context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    }

    private static void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE); // paths are matched as they were sent, see AwsRequest
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        http.setResponseHeaderSize(MOST_HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Settings settings) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        // for a client that is to send or to read; Jetty does not apply it while a function runs
        connector.setIdleTimeout(settings.clientSilence().toMillis());
        connector.setAcceptedTcpNoDelay(true);
        connector.setAcceptQueueSize(MOST_CONNECTIONS_WAITING);
        connector.setShutdownIdleTimeout(50); // ms; for connections that serve nothing, not for running requests
        return connector;
    }

    /** Answers what is no HTTP request, or one with headers that are too large: it never reached Javalin. */
    private static boolean answerUnreadable(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        discardRest(request.getConnectionMetaData().getConnection().getEndPoint());
        AwsResponse answer =
                new AwsError(status, "BadRequestException", HttpStatus.getMessage(status) + ".").toResponse();
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    /**
     * Reads what the client still sends, until it has been silent for 20 ms or has had its time. To close a connection
     * with unread bytes resets it, and the client would lose the answer as well.
     */
    private static void discardRest(EndPoint client) {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        long discarded = 0;
        int silentMillis = 0;
        int waitedMillis = 0;
        try {
            while (silentMillis < SILENCE_MILLIS
                    && waitedMillis < MOST_MILLIS_TO_DISCARD
                    && discarded < MOST_BYTES_TO_DISCARD) {
                int read = client.fill(emptied(bytes));
                if (read < 0) return;
                discarded += read;
                silentMillis = read == 0 ? silentMillis + 1 : 0;
                if (read > 0) continue;
                LockSupport.parkNanos(1_000_000);
                waitedMillis++;
            }
        } catch (IOException gone) {
            return; // then nobody waits for an answer
        }
    }

    /** Jetty's end points append to what a buffer holds, from its position to its limit. */
    private static ByteBuffer emptied(ByteBuffer bytes) {
        BufferUtil.clear(bytes);
        return bytes;
    }
}
