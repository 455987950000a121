package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.invocation.InvocationListener.Report;
import minifaas.kernel.Database;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From what a process prints to the log of its function: {@link OutputFile} and {@link LogStream}. */
class LogTest {
    private static final FunctionId F = Versions.version("f").function();
    private static final Duration BATCH = Duration.ofMillis(200);

    private final SimulatedClock clock = new SimulatedClock();
    private Path output;
    private Database database;
    private FunctionLog log;
    private LogStream stream;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        output = Files.createFile(data.resolve("output.log"));
        database = Database.open(data.resolve("test.db"));
        log = new FunctionLog(database, clock);
        stream = new LogStream(log, F, output);
    }

    @AfterEach
    void close() {
        stream.close();
        log.close();
        database.close();
    }

    private void prints(String text) throws Exception {
        Files.writeString(output, text, StandardOpenOption.APPEND);
    }

    private static Invocation call(String id) {
        return Versions.call(Versions.version("f"), id, "{}");
    }

    private static Report report(String id) {
        var outcome = new Outcome.Succeeded(new byte[0]);
        return new Report(call(id), outcome, Duration.ofMillis(5), Optional.empty(), 1);
    }

    private String tail() {
        return new String(stream.tail(), UTF_8);
    }

    private String kept() {
        var text = new StringBuilder();
        log.read(F, -1, 1000).forEach(part -> text.append(part.text()));
        return text.toString();
    }

    @Test
    void onlyWhatIsNewIsRead() throws Exception {
        try (var file = new OutputFile(output)) {
            assertThat(file.readNew()).isEmpty();
            prints("one\n");
            assertThat(file.readNew()).isEqualTo("one\n");
            prints("two\n");
            assertThat(file.readNew()).isEqualTo("two\n");
            assertThat(file.readNew()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotThereYetHasNoText() throws Exception {
        try (var file = new OutputFile(output.resolveSibling("later"))) {
            assertThat(file.readNew()).isEmpty();
            Files.writeString(output.resolveSibling("later"), "now");
            assertThat(file.readNew()).isEqualTo("now");
        }
    }

    @Test
    void ofVeryMuchTextTheEndIsReadAndTheFileIsEmptied() throws Exception {
        try (var file = new OutputFile(output)) {
            prints("x".repeat(5 * 1024 * 1024) + "the end\n");
            assertThat(file.readNew())
                    .startsWith("[")
                    .contains(" bytes left out]\n")
                    .endsWith("xthe end\n");
            assertThat(output).isEmptyFile();
            prints("more\n");
            assertThat(file.readNew()).isEqualTo("more\n");
        }
    }

    private void printsBytes(byte[] bytes, int from, int to) throws Exception {
        Files.write(output, Arrays.copyOfRange(bytes, from, to), StandardOpenOption.APPEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e4", "\u20ac", "\ud83d\ude00"})
    void aCharacterThatIsNotThereAsAWholeIsReadWhenItIs(String character) throws Exception {
        byte[] bytes = ("x" + character).getBytes(UTF_8);
        try (var file = new OutputFile(output)) {
            printsBytes(bytes, 0, 1);
            assertThat(file.readNew()).isEqualTo("x");
            for (int i = 1; i < bytes.length - 1; i++) {
                printsBytes(bytes, i, i + 1);
                assertThat(file.readNew()).isEmpty();
            }
            printsBytes(bytes, bytes.length - 1, bytes.length);
            assertThat(file.readNew()).isEqualTo(character);
        }
    }

    @Test
    void ofVeryMuchTextNoHalfCharacterIsRead() throws Exception {
        try (var file = new OutputFile(output)) {
            prints("x" + "\u20ac".repeat(200_000));
            assertThat(file.readNew()).doesNotContain("\ufffd").endsWith("\u20ac");
            prints("\u20ac".repeat(200_000) + "yz");
            assertThat(file.readNew()).doesNotContain("\ufffd").endsWith("\u20acyz");
        }
    }

    @Test
    void bytesThatAreNoTextAreReadEvenSo() throws Exception {
        stream.started(call("one"));
        printsBytes(new byte[] {'a', (byte) 0xff, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 'b'}, 0, 7);
        stream.drain();
        printsBytes(new byte[] {(byte) 0xe2, (byte) 0x82}, 0, 2);
        stream.close();

        assertThat(tail()).contains("a\ufffd").contains("b\ufffd");
    }

    @Test
    void whatIsPrintedAfterTheReadingAndBeforeTheEmptyingIsNotLost() throws Exception {
        try (var file = new OutputFile(output)) {
            prints("one\n");
            assertThat(file.readNew()).isEqualTo("one\n");
            prints("two\n");

            file.emptyWhenRead();

            assertThat(file.readNew()).isEqualTo("two\n");
        }
    }

    @Test
    void anInvocationsTextStandsBetweenThePlatformsLines() throws Exception {
        stream.started(call("one"));
        prints("hello");
        stream.ended(report("one"));

        assertThat(tail())
                .startsWith(
                        "START RequestId: one Version: $LATEST\nhello\nEND RequestId: one\nREPORT RequestId: one\t");
    }

    @Test
    void whatWasPrintedBetweenTwoInvocationsIsKeptButBelongsToNeithersTail() throws Exception {
        stream.started(call("one"));
        stream.ended(report("one"));
        prints("in the background\n");
        stream.started(call("two"));
        stream.ended(report("two"));
        clock.advance(BATCH);

        assertThat(tail()).startsWith("START RequestId: two").doesNotContain("background", "one");
        await().untilAsserted(() -> assertThat(kept()).contains("in the background\nSTART RequestId: two"));
    }

    @Test
    void theTailIsTheLast4KbOfTheInvocation() throws Exception {
        stream.started(call("one"));
        for (int i = 0; i < 50; i++) {
            prints("ä".repeat(2000));
            stream.drain();
        }
        prints("last words\n");
        stream.ended(report("one"));

        assertThat(stream.tail()).hasSize(4096);
        assertThat(tail()).contains("ää", "last words\nEND RequestId: one\nREPORT ");
    }

    @Test
    void whatAFunctionPrintsCanBeFollowedBeforeItsInvocationEnds() throws Exception {
        stream.started(call("one"));
        prints("step 1\n");
        stream.drain();
        clock.advance(BATCH);

        await().untilAsserted(() -> assertThat(kept()).endsWith("step 1\n"));
    }
}
