package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of an event, from one attempt to the next and over a restart. */
class EventDeliveriesTest extends WithQueue {
    @Test
    void anEventIsDeliveredAsItWasSentAndForgotten() {
        var seen = new ArrayList<Invocation>();
        functions = (function, invocation) -> {
            seen.add(invocation);
            return answer(SUCCESS);
        };
        QueuedEvent event = event("f", Optional.of("PROD"), "e1");
        assertThat(queue.keep(event)).isCompleted();

        assertThat(seen).singleElement().satisfies(invocation -> {
            assertThat(invocation.requestId()).isEqualTo("e1");
            assertThat(invocation.type()).isEqualTo(Invocation.Type.EVENT);
            assertThat(invocation.invokedArn()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:f:PROD");
            assertThat(invocation.payload()).asString().isEqualTo("\"e1\"");
            assertThat(invocation.traceId())
                    .isEqualTo(
                            Lineage.afterRun(event.traceId(), event.function().function()));
        });
        assertThat(conditions()).containsExactly("e1 Success 1");
        assertThat(waiting()).isZero();
        assertThat(clock.pending()).isZero();
    }

    @Test
    @Tag("F35")
    void orderIsNotPromisedSinceALaterEventOvertakesOneThatFailed() {
        functions = (function, invocation) ->
                answer(invocation.requestId().equals("first") && invoked.size() == 1 ? ERROR : SUCCESS);
        send("f", "first");
        advance(Duration.ofSeconds(1));
        send("f", "second");
        advance(Duration.ofMinutes(1));

        assertThat(finished).extracting(finish -> finish.event().id()).containsExactly("second", "first");
    }

    @Test
    @Tag("F35")
    void aFunctionErrorIsTriedAgainAfterOneAndTwoMinutes() {
        var times = new ArrayList<Long>();
        functions = (function, invocation) -> {
            times.add(seconds());
            return answer(ERROR);
        };
        send("f", "e1");
        advance(Duration.ofHours(7));

        assertThat(times).containsExactly(0L, 60L, 180L);
        assertThat(conditions()).containsExactly("e1 RetriesExhausted 3");
        assertThat(waiting()).isZero();
    }

    @Test
    void aThrottleIsTriedAgainLaterAndLaterUntilTheEventIsTooOld() {
        config = new EventInvokeConfig(
                Optional.empty(), Optional.of(Duration.ofSeconds(60)), Optional.empty(), Optional.empty(), clock.now());
        var times = new ArrayList<Long>();
        functions = (function, invocation) -> {
            times.add(seconds());
            return answer(THROTTLED);
        };
        send("f", "e1");
        advance(Duration.ofMinutes(5));

        assertThat(times).containsExactly(0L, 1L, 3L, 7L, 15L, 31L);
        assertThat(conditions()).containsExactly("e1 EventAgeExceeded 0");
    }

    @Test
    void whatIsTooOldAfterARestartIsNotRun() throws Exception {
        functions = this::hang;
        send("f", "e1");
        advance(Duration.ofHours(6).plusSeconds(1));
        reopen();

        assertThat(invoked).containsExactly("e1");
        assertThat(conditions()).containsExactly("e1 EventAgeExceeded 0");
    }

    @Test
    void aStoppedFunctionGetsNothingAndTheEventIsFinishedAtOnce() {
        stopped.add("f");
        send("f", "e1");

        assertThat(invoked).isEmpty();
        assertThat(conditions()).containsExactly("e1 ZeroReservedConcurrency 0");
    }

    @Test
    void whatWasPutOffForAFunctionIsFinishedAtOnceWhenItIsStopped() {
        functions = (function, invocation) -> answer(ERROR);
        for (int i = 0; i < 40; i++) send("f", "e" + i);
        assertThat(finished).isEmpty();
        stopped.add("f");
        deliveries.changed(function("f"));
        assertThat(conditions()).hasSize(40).allMatch(condition -> condition.endsWith(" ZeroReservedConcurrency 1"));
        assertThat(waiting()).isZero();
    }

    @Test
    @Tag("F43")
    void whatWasBeingDeliveredIsDeliveredAgainAfterARestart() throws Exception {
        functions = this::hang;
        for (int i = 0; i < 20; i++) send("f", "e" + i);
        end(0, SUCCESS);
        end(1, ERROR);
        functions = (function, invocation) -> answer(SUCCESS);
        reopen();

        assertThat(invoked.subList(18, invoked.size())).hasSize(18).doesNotContain("e0", "e1");
        advance(Duration.ofMinutes(1));
        assertThat(invoked).endsWith("e1");
        assertThat(conditions()).contains("e1 Success 2").hasSize(20);
        assertThat(waiting()).isZero();
    }

    @Test
    void anAliasThatIsGoneMayComeBackWithinTheEventsAge() {
        gone.add("PROD");
        queue.keep(event("f", Optional.of("PROD"), "e1"));
        advance(Duration.ofMinutes(1));
        assertThat(invoked).isEmpty();
        assertThat(waiting()).isOne();

        gone.clear();
        advance(Duration.ofMinutes(2));
        assertThat(conditions()).containsExactly("e1 Success 1");
    }

    @Test
    void aDeletedFunctionTakesItsEventsWithItAndLeavesThoseOfOthers() {
        functions = this::hang;
        for (int i = 0; i < 1100; i++) send("f", "e" + i);
        send("other", "o");
        gone.add("f");
        deliveries.changed(function("f"));
        assertThat(waiting()).isOne();

        running.forEach(call -> call.complete(new Invoker.Result(SUCCESS, new byte[0])));
        advance(Duration.ofMinutes(10));
        assertThat(invoked).hasSize(Backlog.MOST_IN_FLIGHT + 1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aNewFunctionGetsNoEventOfADeletedOneOfThatName() {
        functions = this::hang;
        for (int i = 0; i < 5000; i++) send("f", "old" + i);
        thread.hold();
        gone.add("f");
        deliveries.changed(function("f"));
        gone.remove("f");
        for (int call = 0; call < Backlog.MOST_IN_FLIGHT; call++) end(call, SUCCESS);
        invoked.clear();
        thread.goOn();
        assertThat(invoked).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void eventsOfAFunctionThatWasDeletedWhileTheServerWasDownAreDroppedAtTheStart() throws Exception {
        thread.hold();
        functions = this::hang;
        send("f", "e1");
        thread.goOn();
        gone.add("f");
        reopen();

        assertThat(waiting()).isZero();
        assertThat(invoked).containsExactly("e1");
    }

    @Test
    void afterItIsClosedNothingIsBegunAndWhatEndsDoesNotCount() throws Exception {
        functions = this::hang;
        for (int i = 0; i < 20; i++) send("f", "e" + i);
        var closing = CompletableFuture.runAsync(deliveries::close);
        closing.get();
        end(0, ERROR);
        end(1, SUCCESS);

        assertThat(invoked).hasSize(Backlog.MOST_IN_FLIGHT);
        assertThat(waiting()).isEqualTo(20);
        assertThat(finished).isEmpty();
    }
}
