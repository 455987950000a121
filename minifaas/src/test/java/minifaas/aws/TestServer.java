package minifaas.aws;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import minifaas.Settings;
import minifaas.async.EventInvokeConfigs;
import minifaas.async.RecursionConfigs;
import minifaas.async.Targets;
import minifaas.aws.lambda.LambdaApi;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.State;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.kernel.Database;
import minifaas.kernel.SystemClock;
import minifaas.scaling.Concurrency;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A server on a free port with the real registry; what an invocation comes to is up to the test. */
public final class TestServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** All invocations that got through, in their order. */
    public final ConcurrentLinkedQueue<Invocation> invocations = new ConcurrentLinkedQueue<>();

    /** What the next invocations come to. */
    public volatile Function<Invocation, CompletableFuture<Invoker.Result>> function =
            invocation -> CompletableFuture.completedFuture(succeeded("{\"answer\":42}"));

    /** What events can be sent to: nothing, until a test adds something. */
    public final Targets targets = new Targets();

    private final SystemClock clock = new SystemClock();
    private final Database database;
    private final FunctionRegistry registry;
    private final ApiServer server;

    public TestServer(Path folder) {
        this(folder, 9);
    }

    public TestServer(Path folder, int through) {
        try {
            var settings = new Settings(
                    "127.0.0.1",
                    0,
                    List.of("faas.example"),
                    folder,
                    1024,
                    through,
                    Duration.ZERO,
                    Duration.ofMinutes(10));
            database = Database.open(folder.resolve("minifaas.db"));
            registry = new FunctionRegistry(database, folder.resolve("code"), clock, version -> {});
            Invoker invoker = invocation -> {
                invocations.add(invocation);
                return function.apply(invocation);
            };
            var titles = Map.of(5, "functions", 6, "invocation", 8, "scaling", 9, "async", 11, "sources");
            var parts = new LambdaApi.Parts(
                    registry,
                    invoker,
                    new Concurrency(database, registry, 1000),
                    null,
                    new EventInvokeConfigs(database, registry, targets, clock),
                    new RecursionConfigs(database, registry),
                    targets);
            server = new ApiServer(settings, new LambdaApi(parts, clock, through, titles), routes -> {});
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Invoker.Result succeeded(String payload) {
        return new Invoker.Result(new Outcome.Succeeded(bytes(payload)), bytes("START\nEND\nREPORT\n"));
    }

    public int port() {
        return server.port();
    }

    public void stop() {
        server.close();
    }

    /** AWS's own client, as a caller of this account in us-east-1. */
    public LambdaClient sdk(String accessKey) {
        return LambdaClient.builder()
                .endpointOverride(URI.create("http://localhost:" + port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Creates a function over HTTP and waits until it is Active. */
    public void create(String name) {
        String body = """
                {"FunctionName": "%s", "Runtime": "provided.al2023", "Handler": "h", "Code": {"ZipFile": "%s"},
                 "Role": "arn:aws:iam::000000000000:role/r"}""".formatted(name, java.util.Base64.getEncoder().encodeToString(zip("bootstrap", name)));
        var answer = post("/2015-03-31/functions", body);
        if (answer.statusCode() != 201) throw new AssertionError(answer.body());
        awaitActive(name);
    }

    public void awaitActive(String name) {
        var reference = FunctionReference.parse(name, Optional.empty(), "000000000000", "us-east-1");
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> registry.find(reference).state().name() == State.Name.Active);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> !registry.find(reference)
                        .lastUpdate()
                        .map(update -> update.status().name().equals("InProgress"))
                        .orElse(true));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        var request = request(path).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    /** Sends exactly these lines and reads until the server closes; null stands for no Host header. */
    public String raw(String requestLine, String host, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(30_000);
            String text = requestLine + "\r\n" + (host == null ? "" : "Host: " + host + "\r\n")
                    + "Connection: close\r\nContent-Length: 0\r\n"
                    + String.join(
                            "", List.of(headers).stream().map(it -> it + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static byte[] zip(String file, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(file));
            zip.write(bytes(content));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        registry.close();
        database.close();
        clock.close();
    }
}
