package minifaas.aws;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import minifaas.Settings;
import minifaas.aws.lambda.LambdaApi;
import minifaas.kernel.Causes;
import minifaas.kernel.Database.DatabaseException;
import minifaas.kernel.HostGuard;
import minifaas.kernel.Json;
import minifaas.kernel.NotWrittenYet;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one port on which minifaas speaks AWS's protocols, usually 4566.
 *
 * <p>Every request passes the guard against web pages and gets an id; then a service answers it, at once or later. No
 * thread waits for a function: a small answer is written by the thread that completes the future, a large one by its
 * own. Whatever goes wrong is answered in AWS's form.
 */
public final class ApiServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ApiServer.class);
    private static final String REQUEST_ID = "x-amzn-RequestId";

    /** What is left of a body that is too large is read up to here: a client reads no answer while it still sends. */
    private static final long MOST_BYTES_TO_DISCARD = 256L << 20;

    /** A larger answer, in bytes, might fill the socket while its client does not read, so it gets its own thread. */
    private static final int SMALL_ANSWER = 16 * 1024;

    private final Settings settings;
    private final LambdaApi lambda;
    private final HostGuard guard;
    private final Javalin javalin;

    /**
     * Prepares the server; {@link #start} opens the port.
     *
     * @param moreRoutes what else the port serves, under {@code /_minifaas}
     */
    public ApiServer(Settings settings, LambdaApi lambda, Consumer<RoutesConfig> moreRoutes) {
        this.settings = settings;
        this.lambda = lambda;
        var names = new ArrayList<>(settings.allowedHosts());
        names.add(settings.host());
        this.guard = new HostGuard(names);
        this.javalin = Javalin.create(config -> {
            configure(config);
            addRoutes(config.routes, moreRoutes);
        });
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true; // on an older JDK Javalin takes platform threads by itself
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.asyncTimeout = 0; // a function may run for 15 minutes, and its own timeout ends it
        config.router.javaLangErrorHandler((response, error) -> {
            send(response, unexpected(error));
        });
        JettySetup.apply(config.jetty, settings);
    }

    private void addRoutes(RoutesConfig routes, Consumer<RoutesConfig> moreRoutes) {
        routes.before(this::admit);
        routes.get(
                "/_minifaas/health",
                context -> context.contentType("application/json").result(Json.write(Map.of("status", "ok"))));
        moreRoutes.accept(routes);
        for (HandlerType method : List.of(
                HandlerType.POST,
                HandlerType.GET,
                HandlerType.PUT,
                HandlerType.DELETE,
                HandlerType.PATCH,
                HandlerType.OPTIONS)) routes.addHttpHandler(method, "/*", this::serve);
        routes.exception(AwsError.class, this::refuse);
        routes.exception(NotFoundResponse.class, (unknown, context) -> send(context.res(), noMethod(context)));
        routes.exception(Exception.class, (bug, context) -> send(context.res(), unexpected(bug)));
    }

    /** Gives the request its id, and turns it away when a web page made it. */
    private void admit(Context context) {
        String id = UUID.randomUUID().toString();
        context.attribute(REQUEST_ID, id);
        context.res().setHeader(REQUEST_ID, id);
        guard.refusal(context.header("Host"), context.header("Origin"), context.header("Sec-Fetch-Site"))
                .ifPresent(reason -> {
                    throw new AwsError(403, "AccessDeniedException", reason);
                });
    }

    private void serve(Context context) throws IOException {
        String id = context.attribute(REQUEST_ID);
        var request = new AwsRequest(context.req(), id);
        if (request.isComplete()) {
            CompletableFuture<AwsResponse> answer = lambda.answer(request);
            context.future(() -> sendWhenThere(answer, context.res()));
        } else {
            context.future(() -> CompletableFuture.supplyAsync(() -> lambda.answer(request), ApiServer::onItsOwnThread)
                    .thenCompose(answer -> sendWhenThere(answer, context.res())));
        }
    }

    /** To wait for the rest of a body: slow clients, however many, must not hold the threads that serve all others. */
    private static void onItsOwnThread(Runnable reading) {
        Threads.start("request-body", reading);
    }

    private static CompletableFuture<Void> sendWhenThere(
            CompletableFuture<AwsResponse> answer, HttpServletResponse http) {
        return answer.exceptionally(ApiServer::unexpected).thenCompose(response -> sendLater(http, response));
    }

    /** Whoever ended an invocation, such as the thread of an environment, must not wait for a slow client. */
    private static CompletableFuture<Void> sendLater(HttpServletResponse http, AwsResponse response) {
        Executor thread =
                response.body().length <= SMALL_ANSWER ? Runnable::run : work -> Threads.start("answer", work);
        return CompletableFuture.runAsync(() -> send(http, response), thread);
    }

    private void refuse(AwsError error, Context context) {
        if (error.status() == 413) discardBody(context);
        send(context.res(), error.toResponse());
    }

    private static void discardBody(Context context) {
        try (InputStream body = context.req().getInputStream()) {
            body.skipNBytes(MOST_BYTES_TO_DISCARD);
        } catch (IOException endedOrGone) {
            log.debug("the rest of a body that is too large", endedOrGone);
        }
    }

    /** Methods that no service of AWS has, such as TRACE. */
    private static AwsResponse noMethod(Context context) {
        String method = context.req().getMethod();
        return AwsError.notImplemented(method + " is no method of AWS's services.")
                .toResponse();
    }

    private static AwsResponse unexpected(Throwable bug) {
        Optional<AwsError> missing = Causes.find(NotWrittenYet.class, bug).map(AwsError::notWrittenYet);
        if (missing.isPresent()) log.error("a request failed: {}", missing.get().getMessage());
        else log.error("a request failed", bug);
        return missing.or(() -> Causes.find(DatabaseException.class, bug).map(AwsError::databaseRefuses))
                .or(() -> StudentClasses.ofThisJvm().errorFor(bug))
                .orElseGet(AwsError::unexpected)
                .toResponse();
    }

    private static void send(HttpServletResponse http, AwsResponse response) {
        http.setStatus(response.status());
        response.headers().forEach(http::setHeader);
        http.setContentLength(response.body().length);
        try {
            http.getOutputStream().write(response.body());
        } catch (IOException clientIsGone) {
            log.debug("nobody reads the answer", clientIsGone);
        }
    }

    /**
     * Opens the port.
     *
     * @throws BindException when the port is taken, the host cannot be resolved or is not this machine; the message says
     *     which in one line
     */
    public void start() throws BindException {
        try {
            javalin.start();
        } catch (JavalinBindException notOpened) {
            javalin.stop();
            var clear = new BindException(whyNotOpened());
            clear.initCause(notOpened);
            throw clear;
        }
    }

    private String whyNotOpened() {
        String host = settings.host();
        try {
            InetAddress address = InetAddress.getByName(host);
            boolean isOurs = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
            if (!isOurs) return host + " is no address of this machine; --host chooses another";
        } catch (UnknownHostException unknown) {
            return "the host " + host + " cannot be resolved; --host takes a name or an address of this machine";
        } catch (SocketException noInterfaces) {
            log.warn("the addresses of this machine cannot be listed", noInterfaces);
        }
        return "port " + settings.port() + " of " + host + " cannot be opened: another program listens there (maybe"
                + " another minifaas), or it needs rights that this one has not; --port chooses another";
    }

    /** The TCP port, once it is open. */
    public int port() {
        return javalin.port();
    }

    /** Closes the port; requests that are running may end, for 10 s at most. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException stillBusy) {
            log.warn("some requests did not end within 10 s; they get no answer");
        }
    }
}
