package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import minifaas.async.NextStep.Finish;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.invocation.Outcome;

/** Events and what became of them, for tests. */
final class Events {
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0";
    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

    private Events() {}

    static FunctionId function(String name) {
        return new FunctionId("000000000000", "us-east-1", name);
    }

    static FunctionReference reference(String name) {
        return new FunctionReference(function(name), Optional.empty());
    }

    static FunctionReference reference(String name, String qualifier) {
        return new FunctionReference(function(name), Optional.of(qualifier));
    }

    /** An event for f that was accepted at noon. */
    static QueuedEvent event(String payload) {
        return event(payload, TRACE);
    }

    static QueuedEvent event(String payload, String traceHeader) {
        return new QueuedEvent(
                "8d5f0c2a", reference("f"), payload.getBytes(UTF_8), Optional.empty(), traceHeader, NOON, 0, 0, NOON);
    }

    static Finish succeeded(String payload) {
        return new Finish(event(payload).invoked(), Condition.SUCCESS);
    }

    static Finish failed(String payload) {
        return new Finish(event(payload).invoked().invoked().invoked(), Condition.RETRIES_EXHAUSTED);
    }

    static Optional<InvocationRecord.Response> answer(String payload) {
        return Optional.of(new InvocationRecord.Response("$LATEST", new Outcome.Succeeded(payload.getBytes(UTF_8))));
    }

    static Optional<InvocationRecord.Response> error(String payload) {
        var error = new Outcome.FunctionError(payload.getBytes(UTF_8), Outcome.Kind.REPORTED);
        return Optional.of(new InvocationRecord.Response("3", error));
    }
}
