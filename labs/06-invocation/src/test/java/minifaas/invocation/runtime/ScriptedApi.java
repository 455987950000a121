package minifaas.invocation.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A Runtime API without a network: it hands out the events that a test gives it, and writes down what it is told. After
 * the last event it fails as when the server closes the connection, and at last, for a loop that asks on and on, as when
 * the JVM is broken.
 */
final class ScriptedApi implements RuntimeApi {
    private static final int MOST_IN_VAIN = 3;

    private final Deque<Event> events = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();
    private boolean isGone;
    private int inVain;

    /** One more event, which comes after those that were given before. */
    void gives(String requestId, String body) {
        events.add(new Event(requestId, 0, "arn", null, null, null, body.getBytes(UTF_8)));
    }

    /** From now on every post fails. */
    void isGone() {
        isGone = true;
    }

    /** What was asked and posted, such as {@code next}, {@code respond ID BODY} and {@code fail ID}. */
    List<String> calls() {
        return calls;
    }

    /** What was posted, without the questions for a next event. */
    List<String> posts() {
        return calls.stream().filter(call -> !call.equals("next")).toList();
    }

    /** The errors that were reported, in their order. */
    List<Map<String, Object>> errors() {
        return errors;
    }

    /** Whether a loop asked on and on, until it was stopped. */
    boolean hasStoppedTheLoop() {
        return inVain > MOST_IN_VAIN;
    }

    @Override
    public Event next() throws IOException {
        if (events.isEmpty()) return afterTheLast();
        calls.add("next");
        return events.poll();
    }

    private Event afterTheLast() throws IOException {
        inVain++;
        if (hasStoppedTheLoop()) throw new InternalError("the loop asks on, although the server has gone");
        throw new EOFException("there are no more events");
    }

    @Override
    public void respond(String requestId, byte[] response) throws IOException {
        post("respond " + requestId + " " + new String(response, UTF_8));
    }

    @Override
    public void fail(String requestId, FunctionError error) throws IOException {
        errors.add(error.payload());
        post("fail " + requestId);
    }

    @Override
    public void failInit(FunctionError error) throws IOException {
        post("failInit");
    }

    private void post(String call) throws IOException {
        calls.add(call);
        if (isGone) throw new EOFException("the server has gone");
    }
}
