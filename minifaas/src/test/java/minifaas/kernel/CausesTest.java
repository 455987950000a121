package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void aFailureIsFoundBehindWhateverItCaused() {
        var missing = new NotWrittenYet("7.1");

        assertThat(Causes.find(NotWrittenYet.class, missing)).containsSame(missing);
        assertThat(Causes.find(NotWrittenYet.class, new CompletionException(new ExceptionInInitializerError(missing))))
                .containsSame(missing);
        assertThat(Causes.find(NotWrittenYet.class, new IllegalStateException("a bug")))
                .isEmpty();
    }
}
