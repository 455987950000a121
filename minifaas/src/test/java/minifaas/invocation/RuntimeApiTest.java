package minifaas.invocation;

import static minifaas.invocation.OpenSandbox.outcome;
import static minifaas.invocation.OpenSandbox.payload;
import static minifaas.invocation.RawRuntime.NEXT;
import static minifaas.invocation.RawRuntime.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.invocation.RawRuntime.Answer;
import org.junit.jupiter.api.Test;

/** The Runtime API as a runtime sees it, over raw sockets: what it may do, and what it gets when it breaks a rule. */
class RuntimeApiTest extends WithRuntime {
    private static final int MOST_BYTES = 6 * 1024 * 1024 + 100;

    /** The runtime takes an event. */
    private CompletableFuture<Sandbox.Run> running(String requestId) throws Exception {
        var run = open.run(requestId, "{}");
        assertThat(runtime.ask(NEXT).status()).isEqualTo(200);
        return run;
    }

    private static void isRefused(Answer answer, int status, String errorType) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"errorType\":\"" + errorType + "\"", "\"errorMessage\":\"");
    }

    @Test
    void nextAnswersTheEventWithItsHeaders() throws Exception {
        var call = new Invocation(
                "an-id",
                OpenSandbox.VERSION,
                "arn:aws:lambda:us-east-1:000000000000:function:f:PROD",
                "{\"a\":1}".getBytes(),
                Invocation.Type.REQUEST_RESPONSE,
                Optional.of("{\"client\":\r\n{}}"),
                "Root=1-2-3");
        open.sandbox.run(call);

        Answer event = runtime.ask(NEXT);

        long deadline = open.clock.now().plus(Duration.ofSeconds(3)).toEpochMilli();
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.body()).isEqualTo("{\"a\":1}");
        assertThat(event.headers())
                .containsEntry("Lambda-Runtime-Aws-Request-Id", "an-id")
                .containsEntry("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline))
                .containsEntry(
                        "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:f:PROD")
                .containsEntry("Lambda-Runtime-Trace-Id", "Root=1-2-3")
                .containsEntry("Lambda-Runtime-Client-Context", "{\"client\":  {}}")
                .containsEntry("Content-Type", "application/json");
    }

    @Test
    void nextWaitsForAnEvent() throws Exception {
        runtime.send(NEXT);
        await().until(() -> open.heard.contains("ready"));
        open.clock.advance(Duration.ofHours(1));

        open.run("late", "7");

        assertThat(runtime.answer().body()).isEqualTo("7");
    }

    @Test
    void aResponseIsAcceptedAndEndsTheInvocation() throws Exception {
        var run = running("one");

        isAccepted(runtime.ask(post("invocation/one/response", "\"done\"")));

        assertThat(payload(run)).isEqualTo("\"done\"");
        assertThat(outcome(run)).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void anErrorIsAcceptedAndBecomesTheOutcome() throws Exception {
        var run = running("one");

        isAccepted(runtime.ask(post("invocation/one/error", "{\"errorType\":\"T\"}")));

        assertThat(outcome(run))
                .isInstanceOfSatisfying(
                        Outcome.FunctionError.class,
                        error -> assertThat(error.kind()).isEqualTo(Outcome.Kind.REPORTED));
        assertThat(payload(run)).isEqualTo("{\"errorType\":\"T\"}");
    }

    @Test
    void anInitErrorIsAcceptedOnlyBeforeTheFirstNext() throws Exception {
        isAccepted(runtime.ask(post("init/error", "{\"errorType\":\"I\"}")));
        isRefused(runtime.ask(post("init/error", "{}")), 403, "InvalidStateTransition");

        var run = open.run("one", "{}");
        assertThat(payload(run)).isEqualTo("{\"errorType\":\"I\"}");
        isRefused(runtime.ask(NEXT), 403, "InvalidStateTransition");
    }

    @Test
    void anInitErrorDuringAnInvocationIsRefused() throws Exception {
        running("one");

        isRefused(runtime.ask(post("init/error", "{}")), 403, "InvalidStateTransition");
    }

    @Test
    void anUnknownRequestIdIsRefusedAndTheInvocationGoesOn() throws Exception {
        var run = running("one");

        isRefused(runtime.ask(post("invocation/two/response", "1")), 400, "InvalidRequestID");
        isRefused(runtime.ask(post("invocation/two/error", "{}")), 400, "InvalidRequestID");

        assertThat(run).isNotDone();
        isAccepted(runtime.ask(post("invocation/one/response", "1")));
    }

    @Test
    void aSecondResponseIsRefused() throws Exception {
        running("one");
        isAccepted(runtime.ask(post("invocation/one/response", "1")));

        isRefused(runtime.ask(post("invocation/one/response", "2")), 403, "InvalidStateTransition");
        isRefused(runtime.ask(post("invocation/one/error", "{}")), 403, "InvalidStateTransition");
    }

    @Test
    void aResponseBeforeTheFirstEventIsRefused() throws Exception {
        isRefused(runtime.ask(post("invocation/one/response", "1")), 400, "InvalidRequestID");
    }

    @Test
    void nextDuringAnInvocationIsRefused() throws Exception {
        var run = running("one");

        isRefused(runtime.ask(NEXT), 403, "InvalidStateTransition");

        assertThat(run).isNotDone();
    }

    @Test
    void aSecondNextWhileTheFirstWaitsIsRefused() throws Exception {
        runtime.send(NEXT);
        await().until(() -> open.heard.contains("ready"));

        try (var second = open.connect()) {
            isRefused(second.ask(NEXT), 403, "InvalidStateTransition");
        }

        open.run("one", "5");
        assertThat(runtime.answer().body()).isEqualTo("5");
    }

    @Test
    void aResponseOfExactly6MbAndABitIsFineAndOneByteMoreIs413() throws Exception {
        var fits = running("one");
        isAccepted(runtime.ask(post("invocation/one/response", "x".repeat(MOST_BYTES))));
        assertThat(payload(fits)).hasSize(MOST_BYTES);

        var tooLarge = running("two");
        isRefused(
                runtime.ask(post("invocation/two/response", "x".repeat(MOST_BYTES + 1))), 413, "RequestEntityTooLarge");
        assertThat(payload(tooLarge)).contains("Function.ResponseSizeTooLarge");
        stillWorks();
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        var run = running("one");
        String head = "POST /2018-06-01/runtime/invocation/one/response HTTP/1.1\r\nHost: localhost\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";

        isAccepted(runtime.ask(head + "3\r\n\"ab\r\nA;x=y\r\ncdefghijk\"\r\n0\r\nTrailer: t\r\n\r\n"));

        assertThat(payload(run)).isEqualTo("\"abcdefghijk\"");
        stillWorks();
    }

    @Test
    void aClientThatAsksWhetherItMaySendItsBodyIsTold() throws Exception {
        var run = running("one");
        String head = "POST /2018-06-01/runtime/invocation/one/response HTTP/1.1\r\nHost: localhost\r\n"
                + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n";

        assertThat(runtime.ask(head).status()).isEqualTo(100);
        isAccepted(runtime.ask("7"));

        assertThat(payload(run)).isEqualTo("7");
    }

    @Test
    void aBodyInChunksOverTheLimitIs413() throws Exception {
        running("one");
        runtime.send("POST /2018-06-01/runtime/invocation/one/response HTTP/1.1\r\nHost: localhost\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
        String mib = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
        for (int i = 0; i < 7; i++) runtime.send(mib);

        isRefused(runtime.ask("0\r\n\r\n"), 413, "RequestEntityTooLarge");
    }

    @Test
    void aResponseMayComeOnAnotherConnectionThanTheEvent() throws Exception {
        var run = running("one");

        try (var another = open.connect()) {
            isAccepted(another.ask(post("invocation/one/response", "1")));
        }

        assertThat(payload(run)).isEqualTo("1");
    }

    @Test
    void requestsMayBeSentBeforeTheAnswersToEarlierOnesAreRead() throws Exception {
        open.run("one", "5");
        runtime.send(NEXT + post("invocation/one/response", "6") + NEXT);

        assertThat(runtime.answer().body()).isEqualTo("5");
        isAccepted(runtime.answer());
        open.run("two", "7");
        assertThat(runtime.answer().body()).isEqualTo("7");
    }

    @Test
    void aRuntimeThatReconnectsWhileItWaitsGetsTheNextEvent() throws Exception {
        runtime.send(NEXT);
        await().until(() -> open.heard.contains("ready"));
        runtime.hangUp();

        try (var again = open.connect()) {
            // refused as a second one until the server has seen that the first is gone; a waiting one answers nothing
            again.send(NEXT + post("invocation/none/response", ""));
            while (again.answer().status() == 403) {
                assertThat(again.answer().status()).isEqualTo(400);
                again.send(NEXT + post("invocation/none/response", ""));
            }
            open.run("one", "5");
            assertThat(again.answer().body()).isEqualTo("5");
        }
    }
}
