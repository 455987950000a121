package minifaas.async;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.invocation.Invocation;

/**
 * An event that was accepted for a function and waits until it is delivered.
 *
 * @param id the request id that its sender was told; all attempts have it
 * @param function what the sender invoked; which version that is turns out at each attempt
 * @param payload JSON in UTF-8, 1 MB at most
 * @param clientContext as in {@link Invocation}
 * @param traceId an X-Ray trace header
 * @param acceptedAt its age counts from here
 * @param invocations how often the function has run with it
 * @param deferrals how often it was put off since the function last ran with it, because there was no room or the
 *     platform failed
 * @param dueAt when the next attempt is to be made
 */
public record QueuedEvent(
        String id,
        FunctionReference function,
        byte[] payload,
        Optional<String> clientContext,
        String traceId,
        Instant acceptedAt,
        int invocations,
        int deferrals,
        Instant dueAt) {
    /** The event of an invocation that is accepted now, and due at once. */
    static QueuedEvent of(Invocation invocation, Instant now) {
        FunctionId function = invocation.version().function();
        var reference = FunctionReference.parse(
                invocation.invokedArn(), Optional.empty(), function.account(), function.region());
        return new QueuedEvent(
                invocation.requestId(),
                reference,
                invocation.payload(),
                invocation.clientContext(),
                invocation.traceId(),
                now,
                0,
                0,
                now);
    }

    /** The same event after its function ran with it once more. */
    QueuedEvent invoked() {
        return new QueuedEvent(id, function, payload, clientContext, traceId, acceptedAt, invocations + 1, 0, dueAt);
    }

    /** The same event after an attempt in which its function did not run. */
    QueuedEvent deferred() {
        return new QueuedEvent(
                id, function, payload, clientContext, traceId, acceptedAt, invocations, deferrals + 1, dueAt);
    }

    /** The same event, to be tried at this moment. */
    QueuedEvent due(Instant when) {
        return new QueuedEvent(id, function, payload, clientContext, traceId, acceptedAt, invocations, deferrals, when);
    }

    /** How long ago it was accepted. */
    Duration age(Instant now) {
        return Duration.between(acceptedAt, now);
    }
}
