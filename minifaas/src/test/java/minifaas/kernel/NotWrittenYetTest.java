package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotWrittenYetTest {
    @Test
    void itNamesTheExerciseAndNoLineOfCode() {
        var missing = new NotWrittenYet("7.1");

        assertThat(missing.exercise()).isEqualTo("7.1");
        assertThat(missing).hasMessage("exercise 7.1 is not written yet");
        assertThat(missing.getStackTrace()).isEmpty();
    }
}
