package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Limits LIMITS = new Limits(100, 20, 1000, Duration.ofSeconds(3));
    private static final long MIB = 1024 * 1024;

    @Test
    void exactlyTheLimitsIsNotTooMuch() {
        assertThat(new Usage(100 * MIB, 20, Duration.ofSeconds(3)).excess(LIMITS))
                .isEmpty();
    }

    @Test
    void moreMemoryIsTooMuch() {
        assertThat(new Usage(100 * MIB + 1, 1, Duration.ZERO).excess(LIMITS))
                .contains("it used more than 100 MiB of memory");
    }

    @Test
    void moreProcessorTimeIsTooMuch() {
        assertThat(new Usage(0, 1, Duration.ofMillis(3001)).excess(LIMITS))
                .contains("it used more than 3 s of processor time");
    }

    @Test
    void moreTasksAreTooMuch() {
        assertThat(new Usage(0, 21, Duration.ZERO).excess(LIMITS))
                .contains("it had more than 20 processes and threads at a time");
    }

    @Test
    void whatProcessesUseAddsUp() {
        var one = new Usage(1, 2, Duration.ofSeconds(3));
        assertThat(one.plus(one).plus(Usage.NONE)).isEqualTo(new Usage(2, 4, Duration.ofSeconds(6)));
    }
}
