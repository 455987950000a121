package minifaas.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import minifaas.Minifaas;
import minifaas.Settings;
import minifaas.kernel.Database;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** The whole platform within a test's JVM, on a free port and a folder of the test's, with AWS's own client for it. */
public final class Platform implements AutoCloseable {
    public static final String ROLE = "arn:aws:iam::000000000000:role/lambda";

    private final URI endpoint;
    private final Runnable stop;
    private final LambdaClient lambda;

    private Platform(URI endpoint, Runnable stop) {
        this.endpoint = endpoint;
        this.stop = stop;
        this.lambda = client("test");
    }

    /** A platform that runs elsewhere, and goes on when this is closed. */
    static Platform of(URI endpoint) {
        return new Platform(endpoint, () -> {});
    }

    /** With the usual settings, but all chapters and a budget that suits a test. */
    public static Platform start(Path data) throws IOException {
        return start(data, 9, 4096, Duration.ofMillis(10));
    }

    public static Platform start(Path data, int through, int memoryMiB, Duration freezeAfter) throws IOException {
        Minifaas minifaas = Minifaas.start(
                new Settings("127.0.0.1", 0, List.of(), data, memoryMiB, through, freezeAfter, Duration.ofMinutes(10)));
        return of(minifaas);
    }

    /** With other limits for what runs and starts. */
    public static Platform startLimited(Path data, int concurrency, int scalingRate) throws IOException {
        return of(Minifaas.start(new Settings(
                "127.0.0.1",
                0,
                List.of(),
                data,
                4096,
                9,
                Duration.ofMillis(10),
                Duration.ofMinutes(10),
                Settings.CLIENT_SILENCE,
                concurrency,
                scalingRate,
                Database.Durability.NORMAL)));
    }

    /** A platform with settings of the test's own; it ends when this is closed. */
    public static Platform of(Minifaas minifaas) {
        return new Platform(URI.create("http://localhost:" + minifaas.port()), minifaas::close);
    }

    /** A client that signs with this access key. */
    public LambdaClient client(String accessKey) {
        return client(accessKey, Region.US_EAST_1);
    }

    /** A client that signs with this access key for a region. */
    public LambdaClient client(String accessKey, Region region) {
        return LambdaClient.builder()
                .endpointOverride(endpoint())
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .httpClient(UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofMinutes(2))
                        .build())
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(Duration.ofMinutes(2)))
                .build();
    }

    public LambdaClient lambda() {
        return lambda;
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Creates a function from files by name, and waits until it is active. */
    public void create(String name, String runtime, String handler, Map<String, String> files) {
        create(name, runtime, handler, zip(files), request -> {});
    }

    /** Creates a function from an archive, and waits until it is active. */
    public void create(
            String name, String runtime, String handler, byte[] zip, Consumer<CreateFunctionRequest.Builder> more) {
        lambda.createFunction(request -> {
            request.functionName(name)
                    .runtime(runtime)
                    .handler(handler)
                    .role(ROLE)
                    .code(code -> code.zipFile(SdkBytes.fromByteArray(zip)));
            more.accept(request);
        });
        awaitActive(name);
    }

    /** Waits with AWS's own waiter, only more often, until a function is active. */
    public void awaitActive(String name) {
        lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(name), Platform::often);
    }

    /** Waits with AWS's own waiter, only more often, until the last update of a function is done. */
    public void awaitUpdated(String name) {
        lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(name), Platform::often);
    }

    private static void often(WaiterOverrideConfiguration.Builder waiting) {
        waiting.backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(20)))
                .maxAttempts(6000);
    }

    /** Invokes a function and asks for the end of its log. */
    public InvokeResponse invoke(String name, String payload) {
        return lambda.invoke(request -> request.functionName(name)
                .payload(SdkBytes.fromUtf8String(payload))
                .logType(LogType.TAIL));
    }

    /** The answer's text, of a call that must have gone well. */
    public String answer(String name, String payload) {
        InvokeResponse response = invoke(name, payload);
        if (response.functionError() != null)
            throw new AssertionError(response.payload().asUtf8String());
        return response.payload().asUtf8String();
    }

    /** What the call logged: the last 4 KB. */
    public static String log(InvokeResponse response) {
        return new String(Base64.getDecoder().decode(response.logResult()), UTF_8);
    }

    /** An archive of text files; a file named bootstrap is executable only if a Unix tool packed it. */
    public static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    /** Whether a folder of environments is left. */
    public static boolean hasEnvironments(Path data) throws IOException {
        try (var folders = Files.list(data.resolve("environments"))) {
            return folders.anyMatch(folder -> !folder.endsWith("node_modules"));
        }
    }

    @Override
    public void close() {
        lambda.close();
        stop.run();
    }
}
