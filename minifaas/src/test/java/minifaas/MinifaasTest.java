package minifaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import minifaas.kernel.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform that cannot start leaves nothing open, so that the next one can. */
class MinifaasTest {
    @TempDir
    private Path data;

    private Settings settings(String host) {
        return new Settings(host, 0, List.of(), data, 1024, 7, Duration.ZERO, Duration.ofMinutes(10));
    }

    /** A file where a folder should be, or the other way round, stops the start earlier or later. */
    @ParameterizedTest
    @ValueSource(strings = {"minifaas.db/", "runtime", "environments"})
    void aStartThatFailsHalfwayCanBeTriedAgain(String obstacle) throws IOException {
        Path place = data.resolve(obstacle);
        if (obstacle.endsWith("/")) Files.createDirectory(place);
        else Files.createFile(place);
        assertThatThrownBy(() -> Minifaas.start(settings("127.0.0.1")));

        Files.delete(place);

        Minifaas.start(settings("127.0.0.1")).close();
    }

    @Test
    void aDamagedDatabaseIsNamed() throws IOException {
        Path file = data.resolve("events.db");
        try (var events = Database.open(file)) {
            events.execute(
                    "create table event (arn, due, id, qualifier, payload, context, trace, accepted, invocations,"
                            + " deferrals)");
            for (int i = 0; i < 100; i++) events.execute("insert into event (payload) values (zeroblob(1000))");
        }
        byte[] pages = Files.readAllBytes(file);
        Arrays.fill(pages, 4096, pages.length, (byte) 0x5a);
        Files.write(file, pages);

        assertThatThrownBy(() -> Minifaas.start(settings("127.0.0.1")))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("the data folder " + data + " cannot be used: database: [SQLITE_CORRUPT]");
    }

    @Test
    void whatIsNoFolderHoldsNoData() throws IOException {
        data = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> Minifaas.start(settings("127.0.0.1")))
                .isInstanceOf(StartException.class)
                .hasMessage(data + " is a file; --data names a folder");
    }

    @Test
    void aHostThatNobodyKnowsCanBeCorrected() throws IOException {
        assertThatThrownBy(() -> Minifaas.start(settings("nosuch.invalid")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot be resolved");

        Minifaas.start(settings("localhost")).close();
    }

    @Test
    void partsAreClosedInTheOppositeOrderEvenWhenOneCannotBe() {
        var closed = new ArrayList<String>();
        var parts = new OpenParts();
        parts.add(() -> closed.add("first"));
        parts.add(() -> {
            throw new IOException("stuck");
        });
        parts.add(() -> closed.add("third"));

        parts.close();

        assertThat(closed).containsExactly("third", "first");
    }
}
