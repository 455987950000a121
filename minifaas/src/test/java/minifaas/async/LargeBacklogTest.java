package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However many events wait, a start reads a few of them, and no more than a few are in memory. */
@Tag("long")
class LargeBacklogTest extends WithQueue {
    private static final int EVENTS = 1_000_000;
    private static final long MIB = 1024 * 1024;

    private void fill() {
        sql("with recursive number(n) as (select 1 union all select n + 1 from number where n < " + EVENTS + ")"
                + " insert into event select 'arn:aws:lambda:us-east-1:000000000000:function:f' || (n % 10), 0,"
                + " 'id-' || n, null, '{\"padding\": \"of a hundred bytes or so, as events are small as a rule\"}', null,"
                + " 'Root=1', " + clock.now().toEpochMilli() + ", 0, 0 from number");
    }

    private static long usedBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aStartReadsAFewOfAMillionEvents() throws Exception {
        functions = (function, invocation) -> new CompletableFuture<>();
        fill();
        close();
        long before = usedBytes();
        try (var time = new SystemClock()) {
            long start = time.nanos();
            open();
            Duration toStart = time.since(start);
            System.out.printf(
                    "%,d events wait: the queue opens in %d ms, and holds %.1f MiB more%n",
                    EVENTS, toStart.toMillis(), (usedBytes() - before) / (double) MIB);
        }

        assertThat(invoked).as("what is in memory").hasSize(10 * Backlog.MOST_IN_FLIGHT);
        assertThat(usedBytes() - before).isLessThan(20 * MIB);
        assertThat(waiting()).isEqualTo(EVENTS);
    }
}
