package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IndependentlyTest {
    private final List<String> done = new ArrayList<>();

    private Runnable failing(String name, Throwable failure) {
        return () -> {
            done.add(name);
            if (failure instanceof Error error) throw error;
            throw (RuntimeException) failure;
        };
    }

    @Test
    void aFailureKeepsNoOtherStepFromBeingDoneAndIsThrownAfterwards() {
        var first = new IllegalStateException("first");
        var second = new StackOverflowError("second");
        assertThatThrownBy(() ->
                        Independently.runAll(List.of(failing("a", first), failing("b", second), () -> done.add("c"))))
                .isSameAs(first)
                .hasSuppressedException(second);
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void twoStepsMayFailWithTheSameFailure() {
        var failure = new IllegalStateException("both");
        assertThatThrownBy(() -> Independently.runAll(
                        List.of(failing("a", failure), failing("b", failure), () -> done.add("c"))))
                .isSameAs(failure);
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void anErrorIsThrownAsItIs() {
        var error = new StackOverflowError();
        assertThatThrownBy(() -> Independently.runAll(List.of(failing("a", error))))
                .isSameAs(error);
    }

    @Test
    void everyListenerHearsTheNews() {
        Consumer<String> failing = news -> {
            throw new IllegalStateException(news);
        };
        assertThatThrownBy(() -> Independently.tell(List.of(failing, done::add), "news"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(done).containsExactly("news");
    }
}
