package minifaas.course.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import minifaas.kernel.Clock;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls across a connection, and the objects that stay on one side of it. */
class LinkTest {
    private final Pair pair = new Pair(WorkersCode.class);

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void aClockStaysHereAndItsTimerCanBeCancelledThere() {
        var clock = new SimulatedClock();
        var rung = new AtomicInteger();
        pair.call("ring", clock, (Runnable) rung::incrementAndGet);
        Object second = pair.call("ring", clock, (Runnable) rung::incrementAndGet);
        assertThat(second).isInstanceOf(Clock.Timer.class);
        pair.call("cancel", second);
        assertThat(clock.pending()).isEqualTo(1);
        clock.advance(WorkersCode.SECOND);
        assertThat(rung).hasValue(1);
    }

    @Test
    void anObjectThatComesHomeIsTheSameOneAndIsOneAndTheSameThere() {
        Supplier<String> visitor = () -> "here";
        assertThat(pair.call("home", visitor)).isSameAs(visitor);
        Runnable one = () -> {};
        Runnable other = () -> {};
        assertThat(pair.call("isTheSame", one, one)).isEqualTo(true);
        assertThat(pair.call("isTheSame", one, other)).isEqualTo(false);
    }

    @Test
    @SuppressWarnings("unchecked")
    void functionsOfBothSidesCanBeComposed() {
        Predicate<String> startsWithA = text -> text.startsWith("a");
        var both = (Predicate<String>) pair.call("isShort", startsWithA);
        assertThat(List.of("a", "ab", "abc", "b")).filteredOn(both).containsExactly("a", "ab");
    }

    @Test
    void callsNestInOneThread() {
        var self = new UnaryOperator<Integer>() {
            private final List<Thread> threads = new ArrayList<>();

            @Override
            public Integer apply(Integer value) {
                threads.add(Thread.currentThread());
                return value == 0 ? 0 : 1 + (int) pair.call("deep", this, value - 1);
            }
        };
        assertThat(pair.call("deep", self, 20)).isEqualTo(20);
        assertThat(self.threads).hasSize(21).containsOnly(Thread.currentThread());
    }

    @Test
    @SuppressWarnings("unchecked")
    void aFutureHasCompletedThereBeforeItsCompletionHereReturns() {
        var name = new CompletableFuture<String>();
        var greeting = (CompletableFuture<String>) pair.call("greeting", name);
        assertThat(greeting).isNotDone();
        name.complete("you");
        assertThat(greeting).isCompletedWithValue("hello you");

        var failing = new CompletableFuture<String>();
        var failed = (CompletableFuture<String>) pair.call("greeting", failing);
        failing.completeExceptionally(new IllegalStateException("nobody"));
        assertThat(failed).isCompletedExceptionally();
        assertThatThrownBy(failed::join).hasRootCauseMessage("nobody");
    }

    @Test
    void aFutureOfHereCanBeCompletedThere() {
        var future = new CompletableFuture<String>();
        assertThat(pair.call("finish", future)).isEqualTo(true);
        assertThat(future).isCompletedWithValue("done there");
        assertThat(pair.call("finish", CompletableFuture.completedFuture("before")))
                .isEqualTo(false);
    }

    @Test
    void aThreadOfTheWorkersOwnCanCallBack() {
        Supplier<String> supplier = () -> "from " + Thread.currentThread().getName();
        pair.call("keep", supplier);
        assertThat(pair.call("callKept")).isEqualTo("from call");
    }

    @Test
    void afterATestNothingOfItCanBeReached() {
        var calls = new AtomicInteger();
        Supplier<String> supplier = () -> "call " + calls.incrementAndGet();
        pair.call("keep", supplier);
        pair.judge.endTest();
        assertThatThrownBy(() -> pair.call("callKept")).hasMessageContaining("belongs to a test that has ended");
        assertThat(calls).hasValue(0);
        assertThat(pair.broken).hasNullValue();
    }

    @Test
    void severalThreadsCallAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = new ArrayList<Future<Object>>();
            for (int i = 0; i < 800; i++) {
                int value = i;
                Function<Integer, Integer> twice = each -> 2 * each;
                answers.add(pool.submit(() -> pair.call("deep", (UnaryOperator<Integer>) twice::apply, value)));
            }
            for (int i = 0; i < answers.size(); i++)
                assertThat(answers.get(i).get()).isEqualTo(2 * i);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatIsTooLargeOrHasNoFormIsAnErrorOfItsCallOnly() {
        assertThatThrownBy(() -> pair.call("large", Frames.LONGEST)).hasMessageContaining("bytes cannot cross");
        assertThatThrownBy(() -> pair.call("withoutForm", Thread.currentThread()))
                .isInstanceOf(CannotCrossException.class)
                .hasMessageContaining("java.lang.Thread cannot cross");
        assertThat((byte[]) pair.call("large", 5_000_000)).hasSize(5_000_000);
    }

    @Test
    void aCallIsOverWhenTheConnectionIs() {
        Supplier<String> closing = () -> {
            pair.judge.close("the worker has gone");
            return "never read";
        };
        pair.call("keep", closing);
        assertThatThrownBy(() -> pair.call("callKept"))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage("the worker has gone");
        assertThatThrownBy(() -> pair.call("large", 1)).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    @Timeout(60)
    @SuppressWarnings("unchecked")
    void aFutureFailsWhenTheConnectionIsOver() {
        var name = new CompletableFuture<String>();
        var greeting = (CompletableFuture<String>) pair.call("greeting", name);
        pair.judge.close("the worker has gone");
        for (CompletableFuture<String> each : List.of(greeting, name))
            assertThatThrownBy(each::join)
                    .hasCauseExactlyInstanceOf(ConnectionLostException.class)
                    .hasRootCauseMessage("the worker has gone");
    }
}
