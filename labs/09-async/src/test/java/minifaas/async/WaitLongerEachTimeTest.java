package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import minifaas.course.lab.Checks;

/** 9.2: how long an event waits when there was no room for it. */
class WaitLongerEachTimeTest {
    @Checks(
            exercise = "9.2",
            points = 1,
            order = 1,
            hint = "How long is the very first wait, before anything has been doubled?")
    void theFirstWaitIsOneSecond() {
        assertThat(RetrySchedule.afterDeferral(1))
                .as("the event was put off for the first time, so it waits one second")
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Checks(
            exercise = "9.2",
            points = 2,
            order = 2,
            hint = "Compare each wait with the one before it. By how much is it longer, or how many times as long?")
    void eachWaitIsTwiceAsLongAsTheOneBefore() {
        int seconds = 2;
        for (int deferrals = 2; deferrals <= 9; deferrals++, seconds *= 2)
            assertThat(RetrySchedule.afterDeferral(deferrals))
                    .as("wait number %d is twice as long as the one before", deferrals)
                    .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Checks(
            exercise = "9.2",
            points = 2,
            order = 3,
            hint = "The ninth wait is 256 s. Doubled, that is more than five minutes. What is the tenth?")
    void noWaitIsLongerThanFiveMinutes() {
        for (int deferrals = 10; deferrals <= 20; deferrals++)
            assertThat(RetrySchedule.afterDeferral(deferrals))
                    .as("from the tenth on, every wait is the longest, so wait number %d is five minutes", deferrals)
                    .isEqualTo(Duration.ofMinutes(5));
    }

    @Checks(
            exercise = "9.2",
            points = 2,
            order = 4,
            hint = "An event may be put off eighty times in six hours. How large is what you compute on the way?")
    void neitherIsTheHundredth() {
        for (int deferrals = 21; deferrals <= 100; deferrals++)
            assertThat(RetrySchedule.afterDeferral(deferrals))
                    .as("however often the event was put off, wait number %d is five minutes", deferrals)
                    .isEqualTo(Duration.ofMinutes(5));
    }
}
