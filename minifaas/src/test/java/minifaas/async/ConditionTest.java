package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConditionTest {
    @Test
    void theWordsAreAwsOwn() {
        assertThat(Arrays.stream(Condition.values()).map(Condition::text))
                .containsExactly(
                        "Success",
                        "RetriesExhausted",
                        "EventAgeExceeded",
                        "ZeroReservedConcurrency",
                        "RecursiveInvocationException");
    }
}
