package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    @ParameterizedTest
    @CsvSource({"1, 60", "2, 120"})
    void aFunctionErrorIsRetriedAfterMinutes(int invocations, int seconds) {
        assertThat(RetrySchedule.afterFunctionError(invocations)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "8, 128", "9, 256", "10, 300", "11, 300", "2147483647, 300"})
    void aDeferralDoublesTheWaitUpToFiveMinutes(int deferrals, int seconds) {
        assertThat(RetrySchedule.afterDeferral(deferrals)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theWaitNeverShrinks() {
        for (int deferrals = 1; deferrals < 100; deferrals++)
            assertThat(RetrySchedule.afterDeferral(deferrals + 1))
                    .isGreaterThanOrEqualTo(RetrySchedule.afterDeferral(deferrals));
    }
}
