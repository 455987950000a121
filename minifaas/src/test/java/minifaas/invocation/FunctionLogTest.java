package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minifaas.function.FunctionId;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How logs are kept: {@link FunctionLog} and {@link LogTable}. */
class FunctionLogTest {
    private static final FunctionId F = Versions.version("f").function();
    private static final Duration BATCH = Duration.ofMillis(200);

    private final SimulatedClock clock = new SimulatedClock();
    private Database database;
    private FunctionLog log;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        database = Database.open(data.resolve("test.db"));
        log = new FunctionLog(database, clock);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    private String kept() {
        var text = new StringBuilder();
        log.read(F, -1, 1000).forEach(part -> text.append(part.text()));
        return text.toString();
    }

    @Test
    void theLogIsWrittenInBatches() {
        log.append(F, "a");
        log.append(F, "b");
        assertThat(kept()).isEmpty();

        clock.advance(BATCH);

        await().untilAsserted(() -> assertThat(kept()).isEqualTo("ab"));
    }

    private void sql(String statement) {
        database.transaction(connection -> {
            try (var sql = connection.createStatement()) {
                return sql.execute(statement);
            }
        });
    }

    @Test
    void whatTheDatabaseRefusesIsTriedAgainWithWhatCameMeanwhile() {
        sql("alter table log rename to away");
        log.append(F, "a");
        clock.advance(BATCH);
        await().until(() -> clock.pending() == 1); // the next attempt
        log.append(F, "b");
        sql("alter table away rename to log");

        clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(() -> assertThat(kept()).isEqualTo("ab"));
    }

    @Test
    void whatCannotBeWrittenIsBounded() {
        sql("alter table log rename to away");
        String tenMebibytes = "x".repeat(10 * 1024 * 1024);
        log.append(F, tenMebibytes);
        clock.advance(BATCH);
        await().until(() -> clock.pending() == 1);
        log.append(F, tenMebibytes);
        log.append(F, "last");
        sql("alter table away rename to log");

        clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(() -> assertThat(kept()).hasSize(tenMebibytes.length() + 4));
    }

    @Test
    void theOldestEntriesGiveWayWhenThereAreTooMany() {
        var table = new LogTable(database, 3, 1000);
        for (String text : List.of("a", "b", "c", "d", "e")) table.write(List.of(new LogTable.Entry(F, text, 0)));

        assertThat(kept()).isEqualTo("cde");
    }

    @Test
    void theOldestEntriesGiveWayWhenTheyAreTooLarge() {
        new LogTable(database, 100, 1000).write(List.of(new LogTable.Entry(F, "\u00e4".repeat(4), 0)));
        var table = new LogTable(database, 100, 20); // opened anew, it knows of the 8 bytes
        table.write(List.of(new LogTable.Entry(F, "b".repeat(12), 0)));
        assertThat(kept()).isEqualTo("\u00e4".repeat(4) + "b".repeat(12));

        table.write(List.of(new LogTable.Entry(F, "c", 0)));
        assertThat(kept()).isEqualTo("b".repeat(12) + "c");

        table.write(List.of(new LogTable.Entry(F, "d".repeat(50), 0)));
        assertThat(kept()).isEmpty();
    }

    @Test
    void closingWritesWhatIsNotWrittenYet() throws Exception {
        log.append(F, "last");
        log.close();
        log = new FunctionLog(database, clock);

        assertThat(kept()).isEqualTo("last");
    }

    @Test
    void partsAreReadFromTheirEndOrOnwardsFromOneThatIsKnown() {
        for (String text : List.of("a", "b", "c")) {
            log.append(F, text);
            log.append(Versions.version("other").function(), "not " + text);
        }
        clock.advance(BATCH);
        await().untilAsserted(() -> assertThat(kept()).isEqualTo("abc"));

        var newest = log.read(F, -1, 2);
        assertThat(newest).extracting(FunctionLog.Part::text).containsExactly("b", "c");
        assertThat(log.read(F, newest.get(0).id(), 10))
                .extracting(FunctionLog.Part::text)
                .containsExactly("c");
        assertThat(log.read(F, newest.get(1).id(), 10)).isEmpty();
        assertThat(log.read(F, 0, 2)).extracting(FunctionLog.Part::text).containsExactly("a", "b");
    }
}
