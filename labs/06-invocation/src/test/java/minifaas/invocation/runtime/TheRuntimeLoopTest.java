package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** 6.1: the loop inside every environment. */
class TheRuntimeLoopTest {
    private final Random random = Seed.random("6.1");
    private final ScriptedApi api = new ScriptedApi();
    private final PrintStream log = System.err;
    private final String first = id();
    private final String second = id();
    private final String firstBody = String.valueOf(random.nextInt(1000));
    private final String secondBody = String.valueOf(random.nextInt(1000));

    /** What the loop logs is not judged here, and would only hide what the tests say. */
    @BeforeEach
    void silenceTheLog() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void restoreTheLog() {
        System.setErr(log);
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 1,
            hint =
                    "When the server has gone, next() throws. Does your loop let that out, or does it ask again for ever?")
    void theLoopEndsWhenTheServerHasGone() {
        api.gives(first, firstBody);
        assertThat(catchThrowable(() -> JavaRuntime.serve(api, Event::body)))
                .as("the server closes the connection after the first event, so the loop ends with that exception")
                .isInstanceOf(EOFException.class);
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 2,
            hint =
                    "Each event comes with a request id of its own. Under which id do you post the answer to the second?",
            why = "It states the loop's promise as a whole; the tests of order and of errors see a wrong id as well.")
    void everyEventIsAnsweredUnderItsOwnRequestId() {
        var expected = new ArrayList<String>();
        for (int left = 2 + random.nextInt(5); left > 0; left--) {
            String id = id();
            String body = "{\"n\":" + random.nextInt(1000) + "}";
            api.gives(id, body);
            expected.add("respond " + id + " " + body);
        }
        serve(Event::body);
        assertThat(api.posts())
                .as("each event's response goes to the invocation that the event came with")
                .containsExactlyElementsOf(expected);
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 3,
            hint = "Asking for the next event says that you are done with this one. Are you, at that moment?")
    void noEventIsAskedForBeforeTheLastOneIsAnswered() {
        api.gives(first, firstBody);
        api.gives(second, secondBody);
        serve(Event::body);
        assertThat(api.calls())
                .as("an environment serves one event at a time: next, answer, next, answer")
                .containsExactly(
                        "next", "respond " + first + " " + firstBody, "next", "respond " + second + " " + secondBody);
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 4,
            hint = "The Runtime API has two ways to answer. Which one tells the caller that the function failed?")
    void whatTheHandlerThrowsIsReportedAsAnError() {
        api.gives(first, firstBody);
        String message = "no database " + random.nextInt(1000);
        RuntimeException thrown = List.of(
                        new IllegalStateException(message),
                        new IllegalArgumentException(message),
                        new UnsupportedOperationException(message))
                .get(random.nextInt(3));
        serve(event -> {
            throw thrown;
        });
        assertThat(api.posts())
                .as("a handler that throws has failed, and has no response")
                .containsExactly("fail " + first);
        assertThat(api.errors().get(0))
                .as("the error says what the handler threw")
                .containsEntry("errorType", thrown.getClass().getName())
                .containsEntry("errorMessage", message);
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 5,
            hint = "One event was bad. What happens to the calls that come after it?")
    void anErrorConcernsItsOwnEventOnly() {
        api.gives(first, firstBody);
        api.gives(second, secondBody);
        serve(event -> {
            if (event.requestId().equals(first)) throw new IllegalStateException("bad event");
            return event.body();
        });
        assertThat(api.posts())
                .as("after an error of the handler the next event is served as if nothing had happened")
                .contains("respond " + second + " " + secondBody);
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 6,
            hint = "A JVM that ran out of memory may fail anywhere from now on. Should it take another event?")
    void withoutMemoryNoOtherEventIsServed() {
        api.gives(first, firstBody);
        api.gives(second, secondBody);
        var status = new AtomicInteger();
        assertThatCode(() -> status.set(JavaRuntime.serve(api, event -> {
                    throw new OutOfMemoryError("Java heap space");
                })))
                .as("the loop ends by itself, before the server closes the connection")
                .doesNotThrowAnyException();
        assertThat(api.posts())
                .as("the error is reported, and no other event is served in a JVM that cannot be trusted")
                .containsExactly("fail " + first);
        assertThat(status).as("the loop ends with exit status 1").hasValue(1);
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 7,
            hint = "Java code can throw more than exceptions: a class can be missing, an assertion can fail.")
    void anErrorThatIsNoExceptionIsReportedToo() {
        api.gives(first, firstBody);
        api.gives(second, secondBody);
        serve(event -> {
            if (event.requestId().equals(first)) throw new NoClassDefFoundError("missing/Library");
            return event.body();
        });
        assertThat(api.posts())
                .as("a missing class fails one event; the JVM is sound and serves the next one")
                .containsExactly("fail " + first, "respond " + second + " " + secondBody);
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 8,
            hint = "Two things can fail in an iteration: the handler and the connection. Whose failure did you catch?")
    void aLostConnectionIsNotTheHandlersError() {
        api.gives(first, firstBody);
        api.isGone();
        assertThat(catchThrowable(() -> JavaRuntime.serve(api, Event::body)))
                .as("the server has gone while the response was posted, so the loop ends with that exception")
                .isInstanceOf(EOFException.class);
        assertThat(api.posts())
                .as("the handler did its work, so no error of it is reported")
                .containsExactly("respond " + first + " " + firstBody);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Serves until there are no more events; how the loop ends then is what the first test is about. */
    private void serve(Handler handler) {
        Throwable end = catchThrowable(() -> JavaRuntime.serve(api, handler));
        if (end != null && !api.hasStoppedTheLoop())
            assertThat(end)
                    .as("the loop goes on until the server closes the connection")
                    .isInstanceOf(EOFException.class);
    }
}
