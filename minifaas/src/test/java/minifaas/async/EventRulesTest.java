package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.async.Events.NOON;
import static minifaas.async.Events.TRACE;
import static minifaas.async.Events.event;
import static minifaas.async.Events.function;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import minifaas.async.NextStep.Finish;
import minifaas.async.NextStep.Retry;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRulesTest {
    private static final Outcome ANSWER = new Outcome.Succeeded("1".getBytes(UTF_8));
    private static final Outcome ERROR = new Outcome.FunctionError("{}".getBytes(UTF_8), Outcome.Kind.REPORTED);
    private static final Outcome NO_ROOM = new Outcome.Throttled("ConcurrentInvocationLimitExceeded", "Rate Exceeded.");
    private static final Outcome NO_ENVIRONMENT = new Outcome.NoEnvironment(Outcome.Why.PLATFORM, "disk full");

    private static Optional<Condition> refusal(
            QueuedEvent event, EventInvokeConfig config, boolean isStopped, Instant now) {
        return EventRules.refusal(event, config, isStopped, RecursiveLoop.TERMINATE, now);
    }

    private static EventInvokeConfig config(int retries, Duration oldest) {
        return new EventInvokeConfig(
                Optional.of(retries), Optional.of(oldest), Optional.empty(), Optional.empty(), NOON);
    }

    @Test
    void anEventMayBeTriedUntilItsAgeIsOver() {
        var config = config(2, Duration.ofSeconds(60));
        assertThat(refusal(event("1"), config, false, NOON.plusSeconds(60))).isEmpty();
        assertThat(refusal(event("1"), config, false, NOON.plusMillis(60_001))).contains(Condition.EVENT_AGE_EXCEEDED);
    }

    @Test
    void anEventForAStoppedFunctionIsGivenUp() {
        assertThat(refusal(event("1"), EventInvokeConfig.DEFAULT, true, NOON))
                .contains(Condition.ZERO_RESERVED_CONCURRENCY);
    }

    @Test
    void theSeventeenthRunInAChainIsRefused() {
        String header = TRACE;
        for (int run = 1; run <= 16; run++) {
            assertThat(refusal(event("1", header), EventInvokeConfig.DEFAULT, false, NOON))
                    .isEmpty();
            header = Lineage.afterRun(Lineage.afterRun(header, function("f")), function("another"));
        }
        assertThat(refusal(event("1", header), EventInvokeConfig.DEFAULT, false, NOON))
                .contains(Condition.RECURSIVE_INVOCATION);
        QueuedEvent seventeenth = event("1", header);
        assertThat(EventRules.refusal(seventeenth, EventInvokeConfig.DEFAULT, false, RecursiveLoop.ALLOW, NOON))
                .as("where loops are allowed")
                .isEmpty();
    }

    @Test
    void anAnswerFinishesTheEvent() {
        QueuedEvent event = event("1");
        assertThat(EventRules.next(event, EventInvokeConfig.DEFAULT, ANSWER, NOON))
                .isEqualTo(new Finish(event.invoked(), Condition.SUCCESS));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3"})
    void aFunctionThatFailsRunsOnceAndOnceMoreForEachRetry(int retries, int runs) {
        var finish = untilTheEnd(config(retries, Duration.ofHours(6)), ERROR);
        assertThat(finish.condition()).isEqualTo(Condition.RETRIES_EXHAUSTED);
        assertThat(finish.event().invocations()).isEqualTo(runs);
    }

    @Test
    void theRetriesComeAfterOneAndTwoMinutes() {
        var first = (Retry) EventRules.next(event("1"), EventInvokeConfig.DEFAULT, ERROR, NOON);
        assertThat(first.event().dueAt()).isEqualTo(NOON.plusSeconds(60));
        var second = (Retry) EventRules.next(
                first.event(), EventInvokeConfig.DEFAULT, ERROR, first.event().dueAt());
        assertThat(second.event().dueAt()).isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void whatDidNotRunIsTriedUntilItsAgeIsOverAndCountsNoRun() {
        for (Outcome outcome : List.of(NO_ROOM, NO_ENVIRONMENT)) {
            var finish = untilTheEnd(config(0, Duration.ofHours(6)), outcome);
            assertThat(finish.condition()).isEqualTo(Condition.EVENT_AGE_EXCEEDED);
            assertThat(finish.event().invocations()).isZero();
            assertThat(finish.event().deferrals()).isGreaterThan(70);
        }
    }

    @Test
    void anEventThatWouldBeTooOldAtItsNextAttemptIsFinishedAtOnce() {
        var config = config(2, Duration.ofSeconds(60));
        QueuedEvent event = event("1");
        assertThat(EventRules.next(event, config, ERROR, NOON.plusSeconds(1)))
                .isEqualTo(new Finish(event.invoked(), Condition.EVENT_AGE_EXCEEDED));
    }

    @Test
    void everyEventEndsInTimeAndRunsNoMoreThanItMay() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("fates of events from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        var random = new Random(seed);
        List<Outcome> outcomes = List.of(ANSWER, ERROR, NO_ROOM, NO_ENVIRONMENT);
        for (int i = 0; i < 1000; i++) {
            var config = config(random.nextInt(3), Duration.ofSeconds(60 + random.nextInt(21_541)));
            QueuedEvent event = event("1");
            Instant now = NOON;
            int runs = 0;
            NextStep step;
            do {
                Outcome outcome = outcomes.get(random.nextInt(outcomes.size()));
                if (outcome == ANSWER || outcome == ERROR) runs++;
                step = EventRules.next(event, config, outcome, now);
                if (step instanceof Retry retry) {
                    assertThat(retry.event().dueAt()).isAfter(now);
                    event = retry.event();
                    now = event.dueAt();
                    assertThat(refusal(event, config, false, now)).isEmpty();
                }
            } while (step instanceof Retry);
            var finish = (Finish) step;
            assertThat(finish.event().invocations()).isEqualTo(runs).isLessThanOrEqualTo(config.retries() + 1);
            assertThat(finish.event().age(now)).isLessThanOrEqualTo(config.oldest());
        }
    }

    private static Finish untilTheEnd(EventInvokeConfig config, Outcome always) {
        NextStep step = EventRules.next(event("1"), config, always, NOON);
        while (step instanceof Retry retry)
            step = EventRules.next(retry.event(), config, always, retry.event().dueAt());
        return (Finish) step;
    }
}
