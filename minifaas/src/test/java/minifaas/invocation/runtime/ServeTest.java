package minifaas.invocation.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runtime loop alone: no process, no connection. */
class ServeTest {
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<String> story = new ArrayList<>();

    private final RuntimeApi api = new RuntimeApi() {
        @Override
        public Event next() throws IOException {
            story.add("next");
            if (events.isEmpty()) throw new EOFException("the server has gone");
            return events.remove();
        }

        @Override
        public void respond(String requestId, byte[] response) {
            story.add(requestId + " responded " + new String(response, UTF_8));
        }

        @Override
        public void fail(String requestId, FunctionError error) {
            story.add(requestId + " failed with " + error.payload().get("errorMessage"));
        }

        @Override
        public void failInit(FunctionError error) {
            throw new AssertionError("initialisation is over");
        }
    };

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void readTheLog() {
        System.setErr(new PrintStream(log, false, UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(standardError);
        JavaRuntime.setTraceId(null);
    }

    private void offer(String requestId, String traceId) {
        events.add(new Event(requestId, 0, "arn", traceId, null, null, requestId.getBytes(UTF_8)));
    }

    private void serve(Handler handler) {
        assertThatThrownBy(() -> JavaRuntime.serve(api, handler)).isInstanceOf(EOFException.class);
    }

    @Test
    void eachEventIsAnsweredUnderItsOwnIdBeforeTheNextIsAskedFor() {
        offer("one", null);
        offer("two", null);

        serve(event -> ("echo of " + new String(event.body(), UTF_8)).getBytes(UTF_8));

        assertThat(story)
                .containsExactly("next", "one responded echo of one", "next", "two responded echo of two", "next");
    }

    @Test
    void whatTheHandlerThrowsIsReportedAndTheLoopGoesOn() {
        offer("bad", null);
        offer("checked", null);
        offer("good", null);

        serve(event -> {
            if (event.requestId().equals("bad")) throw new AssertionError("no");
            if (event.requestId().equals("checked")) throw new IOException("the function's own disk");
            return "1".getBytes(UTF_8);
        });

        assertThat(story)
                .containsExactly(
                        "next",
                        "bad failed with no",
                        "next",
                        "checked failed with the function's own disk",
                        "next",
                        "good responded 1",
                        "next");
        assertThat(log.toString(UTF_8)).contains("AssertionError: no", "IOException: the function's own disk");
    }

    @Test
    void afterAnErrorOfTheJvmItselfNothingElseIsAskedFor() throws IOException {
        offer("large", null);
        offer("next", null);

        int status = JavaRuntime.serve(api, event -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(status).isEqualTo(1);
        assertThat(story).containsExactly("next", "large failed with Java heap space");
    }

    @Test
    void theTraceIdIsTheEventsOwnOrNone() {
        offer("one", "Root=1");
        offer("two", null);
        var seen = new ArrayList<String>();

        serve(event -> {
            seen.add(System.getProperty("com.amazonaws.xray.traceHeader"));
            return new byte[0];
        });

        assertThat(seen).containsExactly("Root=1", null);
    }
}
