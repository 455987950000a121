package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.async.Events.ARN;
import static minifaas.async.Events.TRACE;
import static minifaas.async.Events.answer;
import static minifaas.async.Events.error;
import static minifaas.async.Events.event;
import static minifaas.async.Events.failed;
import static minifaas.async.Events.function;
import static minifaas.async.Events.reference;
import static minifaas.async.Events.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.async.NextStep.Finish;
import minifaas.kernel.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestinationsTest extends WithFunctions {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:q";
    private static final EventInvokeConfig NOWHERE = EventInvokeConfig.DEFAULT;
    private static final EventInvokeConfig TO_FUNCTIONS = new EventInvokeConfig(
            Optional.empty(), Optional.empty(), Optional.of(ARN + "good"), Optional.of(ARN + "bad:1"), Instant.EPOCH);

    private final FakeTarget queue = new FakeTarget(QUEUE);
    private final List<QueuedEvent> kept = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Destinations destinations;

    @BeforeEach
    void createFunctions() {
        targets.add("sqs", queue);
        create("f", QUEUE);
        create("good");
        create("bad");
        EventStore store = event -> {
            kept.add(event);
            return CompletableFuture.completedFuture(null);
        };
        targets.add("lambda", new FunctionTarget(registry, store, clock));
        destinations =
                new Destinations(targets, registry, (function, line) -> log.add(function.name() + ": " + line), clock);
    }

    @Test
    void theRecordOfASuccessIsAnEventForTheDestination() {
        destinations.finished(succeeded("1"), answer("2"), TO_FUNCTIONS).join();
        assertThat(kept).hasSize(1);
        QueuedEvent event = kept.get(0);
        assertThat(event.function()).isEqualTo(reference("good"));
        assertThat(event.payload()).isEqualTo(InvocationRecord.of(succeeded("1"), answer("2"), clock.now()));
        assertThat(event.id()).isNotEqualTo(event("1").id());
        assertThat(List.of(event.acceptedAt(), event.dueAt())).containsOnly(clock.now());
        assertThat(queue.events).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void theRecordOfAFailureGoesElsewhereAndTheEventToTheDeadLetters() {
        destinations
                .finished(failed("{\"n\": 1}"), error("{\"errorMessage\":\"no\"}"), TO_FUNCTIONS)
                .join();
        assertThat(kept).extracting(QueuedEvent::function).containsExactly(reference("bad", "1"));
        assertThat(queue.events).containsExactly("{\"n\": 1}");
        assertThat(queue.attributes)
                .containsExactly(Map.of(
                        "RequestID",
                        "8d5f0c2a",
                        "ErrorCode",
                        "200",
                        "ErrorMessage",
                        "no",
                        Target.TRACE_HEADER,
                        Lineage.afterRun(TRACE, function("f"))));
        assertThat(log).containsExactly("f: RequestId: 8d5f0c2a The event was given up: RetriesExhausted\n");
    }

    @Test
    void whileTheDeadLettersCannotBeTakenNoRecordIsSentTwice() {
        queue.isBusy = true;
        for (int attempt = 0; attempt < 3; attempt++)
            assertThat(destinations.finished(failed("1"), error("2"), TO_FUNCTIONS))
                    .isCompletedExceptionally();
        queue.isBusy = false;
        destinations.finished(failed("1"), error("2"), TO_FUNCTIONS).join();
        assertThat(kept).hasSize(1);
        assertThat(queue.events).hasSize(1);
    }

    @Test
    void whereThereIsNoDestinationNothingIsSentAndAFailureIsStillLogged() {
        destinations.finished(succeeded("1"), answer("2"), NOWHERE).join();
        registry.delete(reference("f"));
        destinations.finished(failed("1"), error("{}"), NOWHERE).join();
        assertThat(kept).isEmpty();
        assertThat(queue.events).isEmpty();
        assertThat(log).hasSize(1);
    }

    @Test
    void theChainGoesOnWithTheRun() {
        destinations.finished(succeeded("1"), answer("2"), TO_FUNCTIONS).join();
        String header = kept.get(0).traceId();
        assertThat(Lineage.runs(header, function("f"))).isEqualTo(1);
        assertThat(header).startsWith(TRACE);
    }

    @Test
    void anEventThatNeverRanAddsNothingToTheChain() {
        var stopped = new Finish(event("1"), Condition.RECURSIVE_INVOCATION);
        destinations.finished(stopped, Optional.empty(), TO_FUNCTIONS).join();
        assertThat(kept.get(0).traceId()).isEqualTo(TRACE);
        assertThat(queue.attributes.get(0)).containsEntry("ErrorCode", "400").containsEntry(Target.TRACE_HEADER, TRACE);
        assertThat(log)
                .containsExactly("f: RequestId: 8d5f0c2a The event was given up: RecursiveInvocationException\n");
    }

    @Test
    void aDestinationThatRefusesHoldsNothingUp() {
        queue.refuses = true;
        registry.delete(reference("bad"));
        assertThat(destinations.finished(failed("1"), error("{}"), TO_FUNCTIONS))
                .isCompleted();
        assertThat(kept).isEmpty();
    }

    @Test
    void aDestinationThatCannotTakeItNowIsAskedAgain() {
        queue.isBusy = true;
        assertThat(destinations.finished(failed("1"), error("{}"), TO_FUNCTIONS))
                .isCompletedExceptionally();
        assertThat(log).as("nothing is over yet").isEmpty();
    }

    @Test
    void aDestinationOfAKindThatIsNotThereHoldsNothingUp() {
        var toTopic = new EventInvokeConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.of("arn:aws:sns:us-east-1:000000000000:t"),
                Optional.empty(),
                Instant.EPOCH);
        assertThat(destinations.finished(succeeded("1"), answer("2"), toTopic)).isCompleted();
    }

    @Test
    void aRecordOfMoreThanOneMebibyteGoesWithoutItsPayloads() throws IOException {
        String large = "\"" + "x".repeat(1_048_576) + "\"";
        destinations.finished(failed(large), error("{}"), TO_FUNCTIONS).join();
        destinations.finished(succeeded("1"), answer(large), TO_FUNCTIONS).join();
        for (QueuedEvent event : kept) {
            JsonNode record = Json.read(event.payload());
            assertThat(record.has("requestPayload") || record.has("responsePayload"))
                    .isFalse();
            assertThat(record.get("responseContext").get("statusCode").intValue())
                    .isEqualTo(200);
        }
        assertThat(queue.events).containsExactly(large);
    }

    @Test
    void thePayloadOfALargeRecordMayBeAsDeepAsAnyPayload() throws IOException {
        String deep = "[".repeat(1000) + "\"" + "x".repeat(1_048_576) + "\"" + "]".repeat(1000);
        Json.check(deep.getBytes(UTF_8));
        destinations.finished(succeeded("1"), answer(deep), TO_FUNCTIONS).join();
        assertThat(Json.read(kept.get(0).payload()).has("responseContext")).isTrue();
    }

    @Test
    void aRecordOfOneMebibyteIsWhole() {
        int others = InvocationRecord.of(succeeded("1"), answer("\"\""), clock.now()).length;
        String fitting = "\"" + "x".repeat(1_048_576 - others) + "\"";
        destinations.finished(succeeded("1"), answer(fitting), TO_FUNCTIONS).join();
        assertThat(kept.get(0).payload()).hasSize(1_048_576);
        assertThat(new String(kept.get(0).payload(), UTF_8)).endsWith(fitting + "}");
    }
}
