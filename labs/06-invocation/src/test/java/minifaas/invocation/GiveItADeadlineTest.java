package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.kernel.SimulatedClock;

/** 6.3: an invocation has only so much time. */
class GiveItADeadlineTest {
    private final Random random = Seed.random("6.3");
    private final SimulatedClock clock = new SimulatedClock();
    private final Invocation invocation = Given.invocation(random);
    private final Duration timeout = invocation.version().settings().timeout();
    private final Turn turn = new Turn(invocation, clock);
    private final AtomicInteger overran = new AtomicInteger();

    @Checks(
            exercise = "6.3",
            points = 2,
            order = 1,
            hint = "The function's timeout is a Duration. When exactly, counted from now, is it over?")
    void whenTheTimeoutHasPassedTheInvocationHasOverrun() {
        turn.limit(overran::incrementAndGet);
        clock.advance(timeout.minusNanos(1));
        assertThat(overran)
                .as("a nanosecond before the timeout of %s there is still time", timeout)
                .hasValue(0);
        clock.advance(Duration.ofNanos(1));
        assertThat(overran)
                .as("after %s the time is over, and that is said once", timeout)
                .hasValue(1);
    }

    @Checks(
            exercise = "6.3",
            points = 1,
            order = 2,
            hint = "The runtime tells the handler how much time is left. From which moment can it know?")
    void theMomentAtWhichItEndsIsTold() {
        clock.advance(Duration.ofMillis(random.nextInt(100_000)));
        Instant end = turn.limit(overran::incrementAndGet);
        assertThat(end)
                .as("the deadline that the runtime is told is now and the timeout of %s", timeout)
                .isEqualTo(clock.now().plus(timeout));
    }

    @Checks(
            exercise = "6.3",
            points = 2,
            order = 3,
            hint = "The time begins anew when the event is delivered. What has become of the limit from before?")
    void aNewLimitReplacesTheOneBefore() {
        turn.limit(overran::incrementAndGet);
        clock.advance(timeout.dividedBy(2));
        turn.limit(overran::incrementAndGet);
        clock.advance(timeout.dividedBy(2).plusNanos(1));
        assertThat(overran)
                .as("the time began anew half-way, so the first limit no longer counts")
                .hasValue(0);
        clock.advance(timeout);
        assertThat(overran).as("the second limit has passed").hasValue(1);
    }

    @Checks(
            exercise = "6.3",
            points = 2,
            order = 4,
            hint = "Somebody must be able to call the deadline off when the answer comes in time. Who holds the timer?",
            why =
                    "A timer that nobody holds is also seen when the limit is replaced, but this is the case of every day.")
    void anAnswerInTimeEndsTheDeadline() {
        turn.limit(overran::incrementAndGet);
        turn.over(new Outcome.Succeeded(Given.payload(random)), Optional.empty(), 0);
        clock.advance(timeout.plusSeconds(1 + random.nextInt(900)));
        assertThat(overran)
                .as("the function answered in time, so nothing happens when its time would have been over")
                .hasValue(0);
    }

    @Checks(
            exercise = "6.3",
            points = 1,
            order = 5,
            hint = "Waiting for an environment is not the function's time. From when does its duration count?")
    void itsDurationCountsFromThisMoment() {
        clock.advance(Duration.ofSeconds(1 + random.nextInt(100)));
        turn.limit(overran::incrementAndGet);
        Duration worked = Duration.ofMillis(random.nextInt(900));
        clock.advance(worked);
        assertThat(turn.over(new Outcome.Succeeded(Given.payload(random)), Optional.empty(), 0)
                        .duration())
                .as("the function worked for %s; what was before its time began does not count", worked)
                .isEqualTo(worked);
    }
}
