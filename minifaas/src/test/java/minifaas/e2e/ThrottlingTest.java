package minifaas.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** What happens at each limit, with calls that wait at a gate as long as the test wants. */
class ThrottlingTest {
    @TempDir
    Path data;

    private static final String RESERVED = "ReservedFunctionConcurrentInvocationLimitExceeded";

    private Path here;
    private Path gate;
    private Platform platform;

    private void start(int concurrency, int scalingRate) throws Exception {
        Machine.needs("python3", "python");
        platform = Platform.startLimited(data, concurrency, scalingRate);
        here = Files.createDirectory(data.resolve("here"));
        gate = data.resolve("gate");
        String code = """
                import os, time
                def handler(event, context):
                    open(os.path.join('%s', context.aws_request_id), 'w').close()
                    while not os.path.exists('%s'): time.sleep(0.002)
                    if event == 'fail': raise ValueError(event)
                    if event == 'exit': os._exit(1)
                    if event == 'sleep': time.sleep(60)
                    return event
                """.formatted(here, gate);
        byte[] zip = Platform.zip(Map.of("app.py", code));
        platform.create("f", "python3.11", "app.handler", zip, request -> request.timeout(20));
    }

    @AfterEach
    void stop() throws IOException {
        if (Files.notExists(gate)) Files.createFile(gate);
        platform.close();
    }

    private void reserve(int concurrency) {
        platform.lambda()
                .putFunctionConcurrency(request -> request.functionName("f").reservedConcurrentExecutions(concurrency));
    }

    /** Calls that are all at the gate when this returns. */
    private List<CompletableFuture<InvokeResponse>> atTheGate(int count, String event) throws IOException {
        int before = present();
        var calls = new ArrayList<CompletableFuture<InvokeResponse>>();
        var threads = Executors.newCachedThreadPool();
        for (int i = 0; i < count; i++)
            calls.add(CompletableFuture.supplyAsync(() -> platform.invoke("f", event), threads));
        threads.shutdown();
        await().until(() -> present() == before + count);
        return calls;
    }

    private int present() throws IOException {
        try (var calls = Files.list(here)) {
            return (int) calls.count();
        }
    }

    private void throttled(String reason) {
        var refusal = catchThrowableOfType(TooManyRequestsException.class, () -> platform.invoke("f", "0"));
        assertThat(refusal).as("a call at the limit").isNotNull();
        assertThat(refusal.reasonAsString()).isEqualTo(reason);
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Rate Exceeded.");
    }

    private String answer(CompletableFuture<InvokeResponse> call) throws Exception {
        return call.get(30, TimeUnit.SECONDS).payload().asUtf8String();
    }

    @Test
    @Tag("F29")
    void aCallBeyondTheReservationIsThrottledAndTheOthersAreAnswered() throws Exception {
        start(1000, 1000);
        reserve(2);
        var calls = atTheGate(2, "7");

        throttled(RESERVED);
        Files.createFile(gate);

        for (var call : calls) assertThat(answer(call)).isEqualTo("7");
        assertThat(platform.answer("f", "8")).as("afterwards").isEqualTo("8");
    }

    @Test
    void aReservationThatIsRaisedOrEndedLetsCallsThroughAtOnce() throws Exception {
        start(1000, 1000);
        reserve(1);
        atTheGate(1, "1");
        throttled(RESERVED);

        reserve(2);
        atTheGate(1, "2");
        throttled(RESERVED);
        platform.lambda().deleteFunctionConcurrency(request -> request.functionName("f"));

        atTheGate(1, "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"fail\"", "\"exit\"", "\"sleep\""})
    void whateverBecomesOfACallItsPermitComesBack(String event) throws Exception {
        start(1000, 1000);
        platform.lambda()
                .updateFunctionConfiguration(
                        request -> request.functionName("f").timeout(2));
        platform.awaitUpdated("f");
        reserve(1);
        Files.createFile(gate);

        for (int i = 0; i < 2; i++)
            assertThat(platform.invoke("f", event).functionError()).isEqualTo("Unhandled");

        assertThat(platform.answer("f", "8")).isEqualTo("8");
    }

    @Test
    void aClientThatGoesAwayLeavesNoPermitTaken() throws Exception {
        start(1000, 1000);
        reserve(1);
        var client = new Socket("127.0.0.1", platform.endpoint().getPort());
        client.getOutputStream()
                .write(
                        "POST /2015-03-31/functions/f/invocations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n1"
                                .getBytes(US_ASCII));
        await().until(() -> present() == 1);
        client.setSoLinger(true, 0); // so that closing resets the connection
        client.close();

        throttled(RESERVED); // it still runs
        Files.createFile(gate);

        await().ignoreException(TooManyRequestsException.class)
                .until(() -> platform.answer("f", "8").equals("8"));
    }

    @Test
    void aCallThatNeedsAnEnvironmentTooSoonIsThrottledAndOneThatFindsAWarmOneIsNot() throws Exception {
        start(1000, 1); // one every 10 s
        var first = atTheGate(1, "7");

        throttled("ConcurrentInvocationLimitExceeded");
        Files.createFile(gate);
        assertThat(answer(first.get(0))).isEqualTo("7");

        assertThat(platform.answer("f", "8")).isEqualTo("8");
    }
}
