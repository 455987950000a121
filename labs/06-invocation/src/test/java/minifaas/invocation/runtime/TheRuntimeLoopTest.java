package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
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
            points = 3,
            order = 1,
            hint =
                    "Each event comes with a request id of its own. Under which id do you post the answer to the second?",
            why = "It states the loop's promise as a whole; the tests of order and of errors see a wrong id as well.")
    void everyEventIsAnsweredUnderItsOwnRequestId() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            api.gives(id, "{\"n\":" + i + "}");
            expected.add("respond " + id + " {\"n\":" + i + "}");
        }
        serve(Event::body);
        assertThat(api.posts())
                .as("each event's response goes to the invocation that the event came with")
                .containsExactlyElementsOf(expected);
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 2,
            hint = "Asking for the next event says that you are done with this one. Are you, at that moment?")
    void noEventIsAskedForBeforeTheLastOneIsAnswered() {
        api.gives("a", "1");
        api.gives("b", "2");
        serve(Event::body);
        assertThat(api.calls())
                .as("an environment serves one event at a time: next, answer, next, answer")
                .containsExactly("next", "respond a 1", "next", "respond b 2");
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 3,
            hint = "The Runtime API has two ways to answer. Which one tells the caller that the function failed?")
    void whatTheHandlerThrowsIsReportedAsAnError() {
        api.gives("a", "1");
        serve(event -> {
            throw new IllegalStateException("no database");
        });
        assertThat(api.posts())
                .as("a handler that throws has failed, and has no response")
                .containsExactly("fail a");
        assertThat(api.errors().get(0))
                .as("the error says what the handler threw")
                .containsEntry("errorType", "java.lang.IllegalStateException")
                .containsEntry("errorMessage", "no database");
    }

    @Checks(
            exercise = "6.1",
            points = 2,
            order = 4,
            hint = "One event was bad. What happens to the calls that come after it?")
    void anErrorConcernsItsOwnEventOnly() {
        api.gives("a", "bad");
        api.gives("b", "2");
        serve(event -> {
            if (event.requestId().equals("a")) throw new IllegalStateException("bad event");
            return event.body();
        });
        assertThat(api.posts())
                .as("after an error of the handler the next event is served as if nothing had happened")
                .contains("respond b 2");
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 5,
            hint = "A JVM that ran out of memory may fail anywhere from now on. Should it take another event?")
    void withoutMemoryNoOtherEventIsServed() {
        api.gives("a", "1");
        api.gives("b", "2");
        var status = new AtomicInteger();
        assertThatCode(() -> status.set(JavaRuntime.serve(api, event -> {
                    throw new OutOfMemoryError("Java heap space");
                })))
                .as("the loop ends by itself, before the server closes the connection")
                .doesNotThrowAnyException();
        assertThat(api.posts())
                .as("the error is reported, and no other event is served in a JVM that cannot be trusted")
                .containsExactly("fail a");
        assertThat(status).as("the loop ends with exit status 1").hasValue(1);
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 6,
            hint = "Java code can throw more than exceptions: a class can be missing, an assertion can fail.")
    void anErrorThatIsNoExceptionIsReportedToo() {
        api.gives("a", "1");
        api.gives("b", "2");
        serve(event -> {
            if (event.requestId().equals("a")) throw new NoClassDefFoundError("missing/Library");
            return event.body();
        });
        assertThat(api.posts())
                .as("a missing class fails one event; the JVM is sound and serves the next one")
                .containsExactly("fail a", "respond b 2");
    }

    @Checks(
            exercise = "6.1",
            points = 1,
            order = 7,
            hint = "Two things can fail in an iteration: the handler and the connection. Whose failure did you catch?")
    void aLostConnectionIsNotTheHandlersError() {
        api.gives("a", "1");
        api.isGone();
        assertThatThrownBy(() -> JavaRuntime.serve(api, Event::body))
                .as("the server has gone while the response was posted, so the loop ends with that exception")
                .isInstanceOf(EOFException.class);
        assertThat(api.posts())
                .as("the handler did its work, so no error of it is reported")
                .containsExactly("respond a 1");
    }

    /** Serves until there are no more events, which ends the loop as a closed connection does. */
    private void serve(Handler handler) {
        assertThatThrownBy(() -> JavaRuntime.serve(api, handler))
                .as("the loop goes on until the server closes the connection, and ends with that exception")
                .isInstanceOf(EOFException.class);
    }
}
