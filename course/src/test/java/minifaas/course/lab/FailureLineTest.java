package minifaas.course.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureLineTest {
    private static final GradedTest TEST = new GradedTest("minifaas.sample.TillTest#sum", "1.1", "sum", 1, 1, "", "");

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        String message = "a".repeat(399) + "😀";
        assertThat(FailureLine.of(TEST, new AssertionError(message)).message()).isEqualTo(message);
        assertThat(FailureLine.of(TEST, new AssertionError(message + "b")).message())
                .isEqualTo(message + "...");
    }
}
