package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReconcileLoopTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whatIsRequestedWhileItRunsIsDoneOnceMoreAfterwards() {
        var loops = new ReconcileLoop[1];
        loops[0] = new ReconcileLoop(() -> {
            if (runs.incrementAndGet() > 1) return;
            loops[0].request();
            loops[0].request();
            assertThat(runs).as("not within").hasValue(1);
        });

        loops[0].request();

        assertThat(runs).hasValue(2);
    }

    @Test
    void afterAFailureTheNextRequestBeginsAnew() {
        var loop = new ReconcileLoop(() -> {
            if (runs.incrementAndGet() == 1) throw new IllegalStateException("the first");
        });

        assertThatThrownBy(loop::request).hasMessage("the first");
        loop.request();

        assertThat(runs).hasValue(2);
    }

    @Test
    void severalThreadsNeverRunItAtTheSameTimeAndTheLastRunSeesEveryRequest() throws Exception {
        var isRunning = new AtomicBoolean();
        var overlaps = new AtomicInteger();
        var made = new AtomicInteger();
        var seen = new AtomicInteger();
        var loop = new ReconcileLoop(() -> {
            if (isRunning.getAndSet(true)) overlaps.incrementAndGet();
            seen.set(made.get());
            isRunning.set(false);
        });
        var threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 10_000; i++)
            threads.execute(() -> {
                made.incrementAndGet();
                loop.request();
            });
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
        assertThat(seen).hasValue(10_000);
    }
}
