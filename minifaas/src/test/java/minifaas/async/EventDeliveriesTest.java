package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.invocation.Versions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventDeliveriesTest extends WithQueue {
    private final List<CompletableFuture<Invoker.Result>> running = new ArrayList<>();

    private CompletableFuture<Invoker.Result> hang(String function, Invocation invocation) {
        var result = new CompletableFuture<Invoker.Result>();
        running.add(result);
        return result;
    }

    private void end(int call, Outcome outcome) {
        running.get(call).complete(new Invoker.Result(outcome, new byte[0]));
    }

    private List<String> conditions() {
        return finished.stream()
                .map(finish -> finish.event().id() + " " + finish.condition().text() + " "
                        + finish.event().invocations())
                .toList();
    }

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
    void eventsAreBegunInTheOrderInWhichTheyAreDue() {
        functions = this::hang;
        var sent = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            sent.add("e" + (40 - i));
            send("f", sent.get(i));
            advance(Duration.ofMillis(1));
        }
        for (int i = 0; i < 40; i++) end(i, SUCCESS);

        assertThat(invoked).isEqualTo(sent);
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
    void aSlowFunctionHoldsUpNobodyElse() {
        functions = (function, invocation) -> function.equals("slow") ? hang(function, invocation) : answer(SUCCESS);
        for (int i = 0; i < 100; i++) send("slow", "slow" + i);
        send("quick", "q");

        assertThat(running).hasSize(Backlog.MOST_IN_FLIGHT);
        assertThat(invoked).endsWith("q").hasSize(Backlog.MOST_IN_FLIGHT + 1);
        end(3, SUCCESS);
        assertThat(invoked).endsWith("slow16");
    }

    @Test
    void aThrottledFunctionIsNotStormedByItsBacklog() {
        int allowed = 2;
        functions = (function, invocation) ->
                running.stream().filter(call -> !call.isDone()).count() < allowed
                        ? hang(function, invocation)
                        : answer(THROTTLED);
        thread.hold();
        for (int i = 0; i < 1000; i++) send("f", "e" + i);
        thread.goOn();
        assertThat(running).hasSize(allowed);
        assertThat(invoked).as("those who found no room").hasSize(Backlog.MOST_IN_FLIGHT);

        for (int i = 0; i < 100; i++) end(i, SUCCESS);

        assertThat(invoked.size() - running.size())
                .as("one more is tried after each that ran, and no more")
                .isLessThanOrEqualTo(Backlog.MOST_IN_FLIGHT + 2 * 100);
    }

    @Test
    void withoutRoomForASingleEventAFunctionRests() {
        functions = (function, invocation) -> answer(THROTTLED);
        thread.hold();
        for (int i = 0; i < 1000; i++) send("f", "e" + i);
        thread.goOn();

        int before = invoked.size();
        advance(Duration.ofSeconds(10));
        assertThat(before).isEqualTo(Backlog.MOST_IN_FLIGHT);
        assertThat(invoked.size() - before).isBetween(10, 20);
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
    void anEventThatNobodyTakesOverIsHandedOverAgainAndTheFunctionDoesNotRunAgain() {
        destination = (finish, response, ofEvent) -> finished.size() < 3
                ? CompletableFuture.failedFuture(new IllegalStateException("not now"))
                : CompletableFuture.completedFuture(null);
        send("f", "e1");
        assertThat(waiting()).isOne();
        advance(Duration.ofSeconds(2));

        assertThat(finished).hasSize(3);
        assertThat(invoked).containsExactly("e1");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatTheDatabaseCannotWriteIsWrittenLaterAndTheFunctionDoesNotRunAgain() {
        functions = this::hang;
        send("f", "e1");
        sql("alter table event rename to hidden");
        end(0, SUCCESS);
        assertThat(send("f", "e2")).isCompletedExceptionally();
        sql("alter table hidden rename to event");
        advance(Duration.ofSeconds(1));

        assertThat(waiting()).isZero();
        assertThat(invoked).containsExactly("e1");
        assertThat(send("f", "e3")).isCompleted();
        assertThat(invoked).containsExactly("e1", "e3");
    }

    @Test
    void afterABugTheEventIsTriedAgain() {
        functions = (function, invocation) -> {
            if (invoked.size() == 1) throw new IllegalStateException("a bug");
            if (invoked.size() == 2) return CompletableFuture.failedFuture(new IllegalStateException("another"));
            return answer(SUCCESS);
        };
        send("f", "e1");
        assertThat(invoked).hasSize(1);
        advance(Duration.ofSeconds(1));
        assertThat(invoked).hasSize(2);
        advance(Duration.ofSeconds(2));

        assertThat(conditions()).containsExactly("e1 Success 1");
    }

    @Test
    void aBugAfterTheRunDoesNotMakeTheFunctionRunEachSecond() {
        functions = (function, invocation) -> CompletableFuture.completedFuture(null);
        send("f", "e1");
        advance(Duration.ofSeconds(59));
        assertThat(invoked).hasSize(1);
        advance(Duration.ofSeconds(1));
        assertThat(invoked).hasSize(2);
    }

    @Test
    void aBugOfWhoeverTakesOverDoesNotMakeTheFunctionRunAgain() {
        destination = (finish, response, ofEvent) -> {
            if (finished.size() < 3) throw new IllegalStateException("a bug");
            return CompletableFuture.completedFuture(null);
        };
        send("f", "e1");
        advance(Duration.ofSeconds(2));

        assertThat(invoked).containsExactly("e1");
        assertThat(waiting()).isZero();
    }

    @Test
    void anAliasThatIsGoneHoldsUpNoOther() {
        gone.add("PROD");
        thread.hold();
        for (int i = 10; i < 50; i++) queue.keep(event("f", Optional.of("PROD"), "bad" + i));
        send("f", "good");
        thread.goOn();

        assertThat(invoked).containsExactly("good");
    }

    @Test
    void aStartThatCannotReadTheQueueTriesAgain() {
        deliveries.close();
        send("f", "e1");
        sql("alter table event rename to hidden");
        deliveries.start();
        sql("alter table hidden rename to event");
        assertThat(invoked).isEmpty();

        advance(Duration.ofSeconds(1));
        assertThat(invoked).containsExactly("e1");
    }

    @Test
    void aDeletionThatTheDatabaseCannotWriteIsDoneLater() {
        functions = this::hang;
        for (int i = 0; i < 20; i++) send("f", "e" + i);
        gone.add("f");
        sql("alter table event rename to hidden");
        deliveries.changed(function("f"));
        sql("alter table hidden rename to event");
        assertThat(waiting()).isEqualTo(20);
        advance(Duration.ofSeconds(1));

        assertThat(waiting()).isZero();
    }

    @Test
    void callersGoFirst() {
        thread.hold();
        for (int i = 10; i < 90; i++) send("f", "f" + i);
        for (int i = 10; i < 90; i++) send("g", "g" + i);
        callers.invoke(Versions.call(Versions.version("h"), "caller", "{}"));
        thread.goOn();
        assertThat(invoked).isEmpty();

        advance(Duration.ofMillis(15));
        assertThat(invoked).containsExactly("f10", "g10", "f11");
        callers.invoke(Versions.call(Versions.version("h"), "another", "{}"));
        advance(Duration.ofMillis(19));
        assertThat(invoked).hasSize(6);
        advance(Duration.ofMillis(1));
        assertThat(invoked).hasSize(160);
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

    @Test
    void noMemoryIsKeptForFunctionsWithoutEvents() {
        IntStream.range(0, 50).forEach(i -> send("f" + i, "e" + i));

        assertThat(deliveries).extracting("backlogs").isEqualTo(Map.of());
    }
}
