package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.FunctionReference;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invocation.Type;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.Tag;

/** 9.1: what has to have happened before an event is accepted. */
@Tag("F20")
@Tag("F43")
class AcceptAnEventTest {
    private final Random random = Seed.random("9.1");
    private final Given given = new Given(random);
    private final SimulatedClock clock = new SimulatedClock();
    private final String alias = given.word();

    // a store and an invoker that do nothing until the test says so
    private final List<QueuedEvent> kept = new ArrayList<>();
    private final CompletableFuture<Void> stored = new CompletableFuture<>();
    private final List<Invocation> invoked = new ArrayList<>();
    private final CompletableFuture<Invoker.Result> ran = new CompletableFuture<>();
    private final Invoker invoker = new QueueingInvoker(
            invocation -> {
                invoked.add(invocation);
                return ran;
            },
            event -> {
                kept.add(event);
                return stored;
            },
            clock);

    @Checks(
            exercise = "9.1",
            points = 2,
            order = 1,
            hint = "Every attempt has only what is stored. What does it know of the sender, the function and the time?")
    void theStoreGetsAllThatAnAttemptWillNeed() {
        clock.advance(Duration.ofMillis(random.nextInt(1_000_000)));
        Invocation invocation = given.invocation(alias, Type.EVENT);
        invoker.invoke(invocation);
        assertThat(kept).as("one event was sent, so one is stored").hasSize(1);
        QueuedEvent event = kept.get(0);
        assertThat(event.id())
                .as("the event keeps the request id that its sender is told")
                .isEqualTo(invocation.requestId());
        assertThat(text(event.payload()))
                .as("the event is stored as it was sent")
                .isEqualTo(text(invocation.payload()));
        assertThat(event.function())
                .as("the alias is stored as the sender gave it; which version it means turns out at each attempt")
                .isEqualTo(new FunctionReference(given.function(), Optional.of(alias)));
        assertThat(event.clientContext())
                .as("what the sender says beside the event is stored too")
                .isEqualTo(invocation.clientContext());
        assertThat(event.traceId())
                .as("the trace header is stored too: it says which chain of events this one belongs to")
                .isEqualTo(invocation.traceId());
        assertThat(event.acceptedAt())
                .as("the age of the event counts from now, as the platform's clock has it")
                .isEqualTo(clock.now());
    }

    @Checks(
            exercise = "9.1",
            points = 3,
            order = 2,
            hint = "What exactly do you promise, and who has the event if the process is killed right after that?")
    void anEventIsAcceptedAsSoonAsItIsStoredAndNotBefore() {
        CompletableFuture<Invoker.Result> answer = invoker.invoke(given.invocation(alias, Type.EVENT));
        assertThat(answer)
                .as("the store is still writing, so nothing may be promised to the sender")
                .isNotDone();
        stored.complete(null);
        assertThat(answer)
                .as("the event is stored, so the sender hears that it is accepted")
                .isCompleted();
        assertThat(answer.join().outcome())
                .as("the event is accepted, and nothing is said of a function that has not run")
                .isEqualTo(new Outcome.Accepted());
        assertThat(answer.join().logTail())
                .as("nothing ran, so nothing was logged")
                .isEmpty();
    }

    @Checks(
            exercise = "9.1",
            points = 2,
            order = 3,
            hint = "The disk is full. Who still has the event, and could send it again if he only knew?")
    void anEventThatCannotBeStoredIsNotAccepted() {
        CompletableFuture<Invoker.Result> answer = invoker.invoke(given.invocation(alias, Type.EVENT));
        String reason = "no room for " + given.word();
        stored.completeExceptionally(new IllegalStateException(reason));
        assertThat(answer)
                .as("the event could not be stored, so the invocation fails and the sender keeps the event")
                .isCompletedExceptionally();
        assertThat(reason(answer))
                .as("the invocation fails for the reason that the store gave")
                .hasMessageContaining(reason);
    }

    @Checks(
            exercise = "9.1",
            points = 2,
            order = 4,
            hint = "Accepting and delivering are two jobs. If you deliver as well, how often does the function run?")
    void theFunctionDoesNotRunHere() {
        invoker.invoke(given.invocation(alias, Type.EVENT));
        stored.complete(null);
        assertThat(invoked)
                .as("whoever delivers stored events will run the function; whoever accepts them does not")
                .isEmpty();
    }

    @Checks(
            exercise = "9.1",
            points = 2,
            order = 5,
            hint = "Which of the three invocation types is for the queue, and what do the others expect from you?")
    void everyOtherCallGoesThroughWithItsResult() {
        var result = new Invoker.Result(new Outcome.Succeeded(given.payload()), given.payload());
        ran.complete(result);
        for (Type type : List.of(Type.REQUEST_RESPONSE, Type.DRY_RUN)) {
            Invocation invocation = given.invocation(alias, type);
            CompletableFuture<Invoker.Result> answer = invoker.invoke(invocation);
            assertThat(kept).as("%s is no event, so nothing is stored", type).isEmpty();
            assertThat(invoked)
                    .as("%s goes to the invoker within", type)
                    .extracting(Invocation::requestId)
                    .contains(invocation.requestId());
            assertThat(answer).as("the invoker within has answered").isCompleted();
            assertThat(text(answer.join().logTail()))
                    .as("the result of %s is that of the invoker within", type)
                    .isEqualTo(text(result.logTail()));
            assertThat(answer.join().outcome())
                    .as("the outcome of %s is that of the invoker within", type)
                    .isInstanceOf(Outcome.Succeeded.class);
        }
    }

    private static Throwable reason(CompletableFuture<?> failed) {
        Throwable thrown = failed.handle((result, failure) -> failure).join();
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }

    /** Bytes as text: arrays of bytes are never equal to each other. */
    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
