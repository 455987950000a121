package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import minifaas.Syllabus;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** {@code faas up --through N}: the platform as far as a chapter goes, for each chapter that there is. */
class ThroughTest {
    private static final String COUNT = "n = 0\ndef handler(e, c):\n  global n\n  n += 1\n  return n";

    @TempDir
    Path data;

    private Platform through(int chapter) throws Exception {
        return Platform.start(data, chapter, 1024, Duration.ofMillis(10));
    }

    @Test
    void theChaptersThatAreBuiltAreThoseTestedHere() {
        Set<Integer> built =
                Syllabus.load().built().stream().map(Syllabus.Chapter::number).collect(Collectors.toSet());

        assertThat(built).as("a new chapter needs a test here").containsExactlyInAnyOrder(0, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void beforeChapter5CreateFunctionNamesChapter5(int chapter) throws Exception {
        try (var platform = through(chapter)) {
            assertThatThrownBy(() -> platform.create("f", "python3.11", "app.handler", Map.of("app.py", COUNT)))
                    .isInstanceOf(LambdaException.class)
                    .hasMessageContaining("CreateFunction belongs to chapter 5")
                    .hasMessageContaining("through chapter " + chapter);
        }
    }

    @Test
    void throughChapter5AFunctionIsCreatedAndInvokeNamesChapter6() throws Exception {
        try (var platform = through(5)) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", COUNT));

            assertThatThrownBy(() -> platform.invoke("f", "{}"))
                    .isInstanceOf(LambdaException.class)
                    .hasMessageContaining("Invoke belongs to chapter 6")
                    .hasMessageContaining("through chapter 5");
        }
    }

    @Test
    @Tag("F19")
    void throughChapter6EveryCallIsCold() throws Exception {
        Machine.needs("python3", "python");
        try (var platform = through(6)) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", COUNT));

            for (int call = 0; call < 3; call++) {
                var response = platform.invoke("f", "{}");
                assertThat(response.payload().asUtf8String()).isEqualTo("1");
                assertThat(Platform.log(response)).contains("Init Duration: ");
            }
        }
    }

    @Test
    @Tag("F19")
    @Tag("F22")
    void throughChapter7OnlyTheFirstCallIsCold() throws Exception {
        Machine.needs("python3", "python");
        try (var platform = through(7)) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", COUNT));

            assertThat(platform.answer("f", "{}")).isEqualTo("1");
            assertThat(platform.answer("f", "{}")).isEqualTo("2");
            assertThat(platform.answer("f", "{}")).isEqualTo("3");
        }
    }

    @Test
    void whatALaterChapterBringsIsAnsweredWithThatChaptersNumber() throws Exception {
        try (var platform = through(7)) {
            assertThatThrownBy(() -> platform.lambda()
                            .putFunctionConcurrency(
                                    request -> request.functionName("f").reservedConcurrentExecutions(1)))
                    .isInstanceOf(LambdaException.class)
                    .hasMessageContaining("PutFunctionConcurrency belongs to chapter 8")
                    .hasMessageContaining("through chapter 7");
        }
    }

    @Test
    @Tag("F29")
    void throughChapter8AReservationLimitsAndThroughChapter7NothingDoes() throws Exception {
        Machine.needs("python3", "python");
        try (var platform = through(8)) {
            platform.create("f", "python3.11", "app.handler", Map.of("app.py", COUNT));
            platform.lambda()
                    .putFunctionConcurrency(request -> request.functionName("f").reservedConcurrentExecutions(0));
            assertThatThrownBy(() -> platform.invoke("f", "{}")).isInstanceOf(TooManyRequestsException.class);
        }
        try (var platform = through(7)) {
            assertThat(platform.answer("f", "{}")).isEqualTo("1");
        }
    }
}
