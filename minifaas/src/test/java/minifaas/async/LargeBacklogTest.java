package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import minifaas.kernel.Database;
import minifaas.kernel.SystemClock;
import minifaas.testing.Machine;
import minifaas.testing.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However many events wait, a start reads a few of them, and no more than a few are in memory. */
@Tag("long")
class LargeBacklogTest extends WithQueue {
    private static final int EVENTS = 1_000_000;
    private static final long MIB = 1024 * 1024;

    private void fill(Database events, long due) {
        events.transaction(connection -> connection
                .prepareStatement("with recursive number(n) as (select 1 union all select n + 1 from number where n < "
                        + EVENTS + ")"
                        + " insert into event select 'arn:aws:lambda:us-east-1:000000000000:function:f' || (n % 10), "
                        + due + ","
                        + " 'id-' || n, null, '{\"padding\": \"of a hundred bytes or so, as events are small as a rule\"}', null,"
                        + " 'Root=1', " + clock.now().toEpochMilli() + ", 0, 0 from number")
                .executeUpdate());
    }

    private static long usedBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aStartReadsAFewOfAMillionEvents() throws Exception {
        functions = (function, invocation) -> new CompletableFuture<>();
        fill(database, 0);
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

    @Test
    void aServerIsReadyWithAMillionEventsAlmostAsSoonAsWithout() throws Exception {
        Machine.needs("python3", "python");
        Path data = folder.resolve("server");
        try (var server = ServerProcess.start(data, 0);
                var platform = server.platform()) {
            for (int i = 0; i < 10; i++)
                platform.create("f" + i, "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 1"));
        }
        long empty = millisToStart(data);
        try (var events = Database.open(data.resolve("events.db"))) {
            fill(events, Instant.now().plus(Duration.ofDays(1)).toEpochMilli());
        }
        long filled = millisToStart(data);
        System.out.printf("ready after %d ms with %,d events, and after %d ms with none%n", filled, EVENTS, empty);

        assertThat(filled).isLessThan(5 * empty);
    }

    private static long millisToStart(Path data) throws Exception {
        long start = System.nanoTime();
        try (var server = ServerProcess.start(data, 0)) {
            assertThat(server.endpoint()).isNotNull();
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
    }
}
