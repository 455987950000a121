package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import minifaas.async.NextStep.Finish;
import minifaas.async.NextStep.Retry;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.Tag;

/** 9.3: what becomes of an event after an attempt. */
@Tag("F35")
class DecideWhatComesNextTest {
    private static final Duration LONG = Duration.ofHours(6);

    private final Random random = Seed.random("9.3");
    private final Given given = new Given(random);
    private final Instant accepted = given.moment();

    /** Long after the event was accepted, and long before it is too old. */
    private final Instant now = accepted.plus(Duration.ofMinutes(10 + random.nextInt(60)));

    @Checks(
            exercise = "9.3",
            points = 2,
            order = 1,
            hint = "The function answered. What is left to do, and how often has it run with this event?")
    void anEventThatWasProcessedIsFinished() {
        int before = random.nextInt(3);
        var outcome = new Outcome.Succeeded(given.payload());
        Finish finish = finished(EventRules.next(event(before, random.nextInt(3)), config(2), outcome, now));
        assertThat(finish.condition())
                .as("the function answered, so the event is finished with success")
                .isEqualTo(Condition.SUCCESS);
        assertThat(finish.event().invocations())
                .as("earlier runs of the function: %d, and this one counts as well", before)
                .isEqualTo(before + 1);
    }

    @Checks(
            exercise = "9.3",
            points = 3,
            order = 2,
            hint = "Two retries make three runs. What does your count hold when the last allowed run has failed?")
    void aFunctionThatFailsIsTriedAsOftenAgainAsConfigured() {
        for (int retries = 0; retries <= 2; retries++) {
            for (int before = 0; before < retries; before++)
                assertThat(EventRules.next(event(before, 0), config(retries), given.error(), now))
                        .as("retries used: %d of %d, so the event is tried again", before, retries)
                        .isInstanceOf(Retry.class);
            Finish finish = finished(EventRules.next(event(retries, 0), config(retries), given.error(), now));
            assertThat(finish.condition())
                    .as("retries used: %d of %d, so the event is given up", retries, retries)
                    .isEqualTo(Condition.RETRIES_EXHAUSTED);
            assertThat(finish.event().invocations())
                    .as("retries: %d, and the first run makes one more", retries)
                    .isEqualTo(retries + 1);
        }
    }

    @Checks(
            exercise = "9.3",
            points = 3,
            order = 3,
            hint = "The first retry waits one minute, the second two. From which moment, and what is counted?")
    void afterAFunctionErrorItIsTriedAgainSomeMinutesLater() {
        for (int before = 0; before < 2; before++) {
            QueuedEvent event = event(before, random.nextInt(5));
            QueuedEvent next = retried(EventRules.next(event, config(2), given.error(), now));
            assertThat(next.id()).as("it is the same event that is tried again").isEqualTo(event.id());
            assertThat(next.invocations())
                    .as("earlier runs of the function: %d, and this one counts as well", before)
                    .isEqualTo(before + 1);
            assertThat(next.deferrals())
                    .as("the function ran, so nothing has been put off since")
                    .isZero();
            assertThat(next.dueAt())
                    .as("runs that failed: %d, so the event waits as many minutes from now", before + 1)
                    .isEqualTo(now.plus(Duration.ofMinutes(before + 1)));
        }
    }

    @Checks(
            exercise = "9.3",
            points = 3,
            order = 4,
            hint = "There was no room, so the function did not run. Which of the two counts grows?")
    void aThrottleIsNoRetry() {
        int retries = random.nextInt(3);
        QueuedEvent next = retried(EventRules.next(event(retries, 0), config(retries), given.throttled(), now));
        assertThat(next.invocations())
                .as("the function did not run, so it has run as often as before")
                .isEqualTo(retries);
        assertThat(next.deferrals()).as("the event was put off once").isEqualTo(1);
        assertThat(next.dueAt())
                .as("the event was put off for the first time, so it is tried again after a second")
                .isEqualTo(now.plus(Duration.ofSeconds(1)));
    }

    @Checks(
            exercise = "9.3",
            points = 2,
            order = 5,
            hint = "No environment could be made. Did the function fail there, or did it never begin?")
    void norIsAnEnvironmentThatCannotBeMade() {
        for (Outcome.Why why : Outcome.Why.values()) {
            var outcome = new Outcome.NoEnvironment(why, "no environment: " + given.word());
            QueuedEvent next = retried(EventRules.next(event(0, 0), config(0), outcome, now));
            assertThat(next.invocations())
                    .as("the function never began, so it has not run")
                    .isZero();
            assertThat(next.deferrals()).as("the event was put off once").isEqualTo(1);
        }
    }

    @Checks(
            exercise = "9.3",
            points = 2,
            order = 6,
            hint = "When there was no room again and again, does asking just as soon help? Which count says how often?")
    void anEventThatIsPutOffAgainWaitsLonger() {
        int seconds = 2;
        for (int before = 1; before < 6; before++, seconds *= 2) {
            QueuedEvent next = retried(EventRules.next(event(0, before), config(2), given.throttled(), now));
            assertThat(next.dueAt())
                    .as("the event was put off %d times in a row, so it waits %d s", before + 1, seconds)
                    .isEqualTo(now.plus(Duration.ofSeconds(seconds)));
        }
    }

    @Checks(
            exercise = "9.3",
            points = 3,
            order = 7,
            hint = "This attempt counts. If there is to be another, how old is the event then, and since when?")
    void anEventThatWouldBeTooOldIsGivenUp() {
        Duration atNextAttempt = Duration.between(accepted, now).plusMinutes(1);
        EventInvokeConfig justOldEnough = Given.config(2, atNextAttempt);
        EventInvokeConfig tooOld = Given.config(2, atNextAttempt.minusNanos(1));
        assertThat(EventRules.next(event(0, 0), justOldEnough, given.error(), now))
                .as("at its next attempt the event is exactly as old as it may become, so it is tried again")
                .isInstanceOf(Retry.class);
        Finish afterAnError = finished(EventRules.next(event(0, 0), tooOld, given.error(), now));
        assertThat(afterAnError.condition())
                .as("in a minute the event is older than it may become, so it is given up now")
                .isEqualTo(Condition.EVENT_AGE_EXCEEDED);
        assertThat(afterAnError.event().invocations())
                .as("the function ran with the event before it was given up, and that run counts")
                .isEqualTo(1);
        EventInvokeConfig tooOldInASecond = Given.config(2, Duration.between(accepted, now));
        Finish afterAThrottle = finished(EventRules.next(event(0, 0), tooOldInASecond, given.throttled(), now));
        assertThat(afterAThrottle.condition())
                .as("a throttled event is not put off for ever: in a second it is too old, so it is given up now")
                .isEqualTo(Condition.EVENT_AGE_EXCEEDED);
        assertThat(afterAThrottle.event().invocations() + afterAThrottle.event().deferrals())
                .as("the attempt counts, as a run or as a deferral, before the event is given up")
                .isEqualTo(1);
        EventInvokeConfig tooOldAlready =
                Given.config(2, Duration.between(accepted, now).minusNanos(1));
        assertThat(finished(EventRules.next(event(2, 0), tooOldAlready, given.error(), now))
                        .condition())
                .as("no retry is left, so there is no next attempt for which the event could be too old")
                .isEqualTo(Condition.RETRIES_EXHAUSTED);
    }

    private QueuedEvent event(int invocations, int deferrals) {
        return given.event(accepted, invocations, deferrals).due(now);
    }

    private static EventInvokeConfig config(int retries) {
        return Given.config(retries, LONG);
    }

    private static QueuedEvent retried(NextStep step) {
        assertThat(step).as("the event is tried again").isInstanceOf(Retry.class);
        return ((Retry) step).event();
    }

    private static Finish finished(NextStep step) {
        assertThat(step).as("the event is not tried again").isInstanceOf(Finish.class);
        return (Finish) step;
    }
}
