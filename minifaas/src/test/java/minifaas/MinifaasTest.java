package minifaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
