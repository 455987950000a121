package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class NotWrittenYetTest {
    @Test
    void itNamesTheExerciseAndNoLineOfCode() {
        var missing = new NotWrittenYet("7.1");

        assertThat(missing.exercise()).isEqualTo("7.1");
        assertThat(missing).hasMessage("exercise 7.1 is not written yet");
        assertThat(missing.getStackTrace()).isEmpty();
    }

    @Test
    void itIsFoundBehindWhateverItCaused() {
        var missing = new NotWrittenYet("7.1");

        assertThat(NotWrittenYet.behind(missing)).containsSame(missing);
        assertThat(NotWrittenYet.behind(new CompletionException(new ExceptionInInitializerError(missing))))
                .containsSame(missing);
        assertThat(NotWrittenYet.behind(new IllegalStateException("a bug"))).isEmpty();
    }
}
