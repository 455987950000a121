package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import minifaas.kernel.Json;
import minifaas.testing.Platform;
import minifaas.testing.UnixZip;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;

/** One platform for all tests of a class, AWS's client for it, and plain HTTP where the client would hide too much. */
abstract class EndToEnd {
    static final String F = "/2015-03-31/functions";
    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
    static final String STALE_REVISION = "The Revision Id provided does not match the latest Revision Id. Call the"
            + " GetFunction/GetAlias API to retrieve the latest Revision Id";

    private static final HttpClient http = HttpClient.newHttpClient();

    static Path data;
    static Platform platform;
    static LambdaClient lambda;

    @BeforeAll
    static void startPlatform(@TempDir Path folder) throws Exception {
        data = folder;
        platform = Platform.start(folder);
        lambda = platform.lambda();
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    /** Code that is never run: a program that only ends. Nothing has to be prepared for it. */
    static byte[] anyZip(String comment) {
        return new UnixZip()
                .executable("bootstrap", "#!/bin/sh\n# " + comment + "\n")
                .bytes();
    }

    /** What a request for a function that is never run must have. */
    static CreateFunctionRequest.Builder anyFunction(CreateFunctionRequest.Builder request, String name) {
        return request.functionName(name)
                .runtime("provided.al2023")
                .handler("any.handler")
                .role(Platform.ROLE)
                .code(code -> code.zipFile(bytes(anyZip(name))));
    }

    /** Creates a function that is never run. */
    static void createAny(String name) {
        lambda.createFunction(request -> anyFunction(request, name));
        platform.awaitActive(name);
    }

    static SdkBytes bytes(byte[] content) {
        return SdkBytes.fromByteArray(content);
    }

    static SdkBytes bytes(String content) {
        return SdkBytes.fromUtf8String(content);
    }

    /** The call must fail as AWS makes it fail, and its message must contain the text. */
    static void refused(int status, String type, String message, ThrowingCallable call) {
        var refusal = catchThrowableOfType(AwsServiceException.class, call);
        assertThat(refusal).as("a refusal with " + type).isNotNull();
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(type);
        assertThat(refusal.awsErrorDetails().errorMessage()).contains(message);
        assertThat(refusal.statusCode()).isEqualTo(status);
    }

    /** A request without AWS's client: only these headers, no signature, no content type of its own. */
    static HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(platform.endpoint() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    static HttpResponse<byte[]> get(String path) throws Exception {
        return send("GET", path, new byte[0]);
    }

    static Map<String, Object> json(byte[] body) throws Exception {
        return Json.mapper().readValue(body, new TypeReference<>() {});
    }

    static Map<String, Object> json(String body) throws Exception {
        return Json.mapper().readValue(body, new TypeReference<>() {});
    }
}
