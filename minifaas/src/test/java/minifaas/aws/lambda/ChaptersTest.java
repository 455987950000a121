package minifaas.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import minifaas.aws.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaptersTest {
    @TempDir
    Path folder;

    @Test
    void anOperationOfALaterChapterNamesIt() {
        try (var server = new TestServer(folder, 5)) {
            server.create("f");
            var answer = server.post("/2015-03-31/functions/f/invocations", "{}");
            assertThat(answer.statusCode()).isEqualTo(501);
            assertThat(answer.body())
                    .contains("Invoke belongs to chapter 6 (invocation); this server runs through chapter 5.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void beforeTheRegistryThereAreNoFunctions(int through) {
        try (var server = new TestServer(folder, through)) {
            assertThat(server.get("/_minifaas/health").statusCode()).isEqualTo(200);
            assertThat(server.get("/2015-03-31/functions").body())
                    .contains("ListFunctions belongs to chapter 5 (functions); this server runs through chapter "
                            + through + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8})
    void whatTheChaptersBringIsAnswered(int through) {
        try (var server = new TestServer(folder, through)) {
            server.create("f");
            assertThat(server.post("/2015-03-31/functions/f/invocations", "{}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void beforeTheQueueAnEventNamesItsChapter() {
        try (var server = new TestServer(folder, 8)) {
            server.create("f");
            var answer = server.post("/2015-03-31/functions/f/invocations", "{}", "X-Amz-Invocation-Type", "Event");
            assertThat(answer.statusCode()).isEqualTo(501);
            assertThat(answer.body())
                    .contains("Invoke with the invocation type Event belongs to chapter 9 (async); this server runs"
                            + " through chapter 8.");
            assertThat(server.invocations).isEmpty();
        }
    }

    @Test
    void anOperationThatIsNotBuiltYetNamesItsChapter() {
        try (var server = new TestServer(folder)) {
            var answer = server.post("/2015-03-31/event-source-mappings", "{}");
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("NotImplementedException");
            assertThat(answer.body())
                    .contains("CreateEventSourceMapping comes with chapter 11 (sources), which is not in this minifaas"
                            + " yet.");
        }
    }

    @Test
    void anOperationThatTheCourseLeavesOutIsNamed() {
        try (var server = new TestServer(folder)) {
            assertThat(server.get("/2018-10-31/layers").body())
                    .contains("ListLayers is an operation of AWS that minifaas leaves out.");
        }
    }
}
