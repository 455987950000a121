package minifaas.async;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import minifaas.async.InvocationRecord.Response;
import minifaas.async.NextStep.Finish;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.kernel.Clock;
import minifaas.kernel.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of finished events: a record goes to the destination for successes or for failures, and an event that was given up
 * also to the dead-letter target of its function.
 *
 * <p>One that refuses what it is sent, or is not there, is told in the server's log, and the event is finished all the same, as in AWS (metrics DestinationDeliveryFailures and DeadLetterErrors). Source: "Capturing records of Lambda
 * asynchronous invocations", docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html, 2026-11.
 */
public final class Destinations implements FinishedEvents {
    private static final Logger log = LoggerFactory.getLogger(Destinations.class);

    /** What a function takes as an event, and SQS as a message. */
    private static final int MOST_BYTES = 1_048_576;

    /** A record is a level deeper than the payload in it, which may be as deep as Jackson's default. */
    private static final ObjectMapper DEEP = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + 1)
                    .build())
            .build());

    private final Targets targets;
    private final FunctionRegistry registry;
    private final BiConsumer<FunctionId, String> functionLog;
    private final Clock clock;

    /** @param functionLog takes a line for each event that is given up */
    public Destinations(
            Targets targets, FunctionRegistry registry, BiConsumer<FunctionId, String> functionLog, Clock clock) {
        this.targets = targets;
        this.registry = registry;
        this.functionLog = functionLog;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> finished(Finish finish, Optional<Response> response, EventInvokeConfig config) {
        if (finish.condition() == Condition.SUCCESS) return sendRecord(config.onSuccess(), finish, response);
        FunctionId function = finish.event().function().function();
        String line = "RequestId: " + finish.event().id() + " The event was given up: "
                + finish.condition().text() + "\n";
        // one after the other: all of it is done again while one of them cannot be taken
        return deadLetterTarget(function)
                .map(arn ->
                        send(arn, finish.event(), finish.event().payload(), DeadLetter.attributes(finish, response)))
                .orElse(nothing())
                .thenCompose(sent -> sendRecord(config.onFailure(), finish, response))
                .thenRun(() -> functionLog.accept(function, line));
    }

    private CompletableFuture<Void> sendRecord(
            Optional<String> destination, Finish finish, Optional<Response> response) {
        return destination
                .map(arn -> send(
                        arn, finish.event(), fitting(InvocationRecord.of(finish, response, clock.now())), Map.of()))
                .orElse(nothing());
    }

    /** A record that is too large goes without its payloads, as AWS does it for failures. */
    private static byte[] fitting(byte[] record) {
        if (record.length <= MOST_BYTES) return record;
        try {
            var document = (ObjectNode) DEEP.readTree(record);
            return Json.write(document.remove(List.of("requestPayload", "responsePayload")));
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private CompletableFuture<Void> send(
            String arn, QueuedEvent event, byte[] document, Map<String, String> attributes) {
        var all = new HashMap<>(attributes);
        all.put(Target.TRACE_HEADER, traceHeader(event));
        return targets.send(arn, document, all).exceptionallyCompose(failure -> {
            if (!(failure instanceof RegistryException)) return CompletableFuture.failedFuture(failure);
            log.warn("{} did not take what became of the event {}: {}", arn, event.id(), failure.toString());
            return nothing();
        });
    }

    /** What comes from a run of the function goes on with a chain that has this run in it. */
    private static String traceHeader(QueuedEvent event) {
        boolean hasRun = event.invocations() > 0;
        return hasRun ? Lineage.afterRun(event.traceId(), event.function().function()) : event.traceId();
    }

    /** That of {@code $LATEST}, for all versions; a function that was deleted meanwhile has none. */
    private Optional<String> deadLetterTarget(FunctionId function) {
        try {
            var latest = registry.find(new FunctionReference(function, Optional.empty()));
            return Optional.of(latest.version().settings().deadLetterTarget()).filter(arn -> !arn.isEmpty());
        } catch (RegistryException deleted) {
            return Optional.empty();
        }
    }

    private static CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }
}
