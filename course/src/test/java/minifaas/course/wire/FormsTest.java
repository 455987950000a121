package minifaas.course.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.Test;

class FormsTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Pair pair = new Pair(FormsTest.class);

    /** One component of each kind that crosses. */
    record Everything(
            boolean yes,
            byte octet,
            short few,
            char letter,
            int number,
            long large,
            float rough,
            double fine,
            Integer boxed,
            String text,
            byte[] octets,
            Duration duration,
            Instant moment,
            UUID id,
            LocalDate day,
            ZoneId zone,
            Optional<String> perhaps,
            List<Map<String, Optional<Duration>>> nested,
            Set<Long> set,
            Collection<String> collection,
            Deque<Integer> deque,
            SortedMap<String, Double> sorted,
            int[] numbers,
            String[][] table,
            Thread.State constant,
            Box<List<String>> generic,
            Outcome sealed,
            Map<String, Object> json) {}

    record Box<T>(T content, Box<T> next) {}

    @Test
    void everyValueArrivesAsItWas() {
        for (int i = 0; i < 200; i++) {
            Everything value = everything();
            assertThat(crossed(value))
                    .as("seed %d, round %d", seed, i)
                    .usingRecursiveComparison()
                    .isEqualTo(value);
        }
    }

    @Test
    void noComponentMustBeThere() {
        Object[] nothing = Arrays.stream(Everything.class.getRecordComponents())
                .map(RecordComponent::getType)
                .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
                .toArray();
        var value = (Everything) Reflection.create(Everything.class.getDeclaredConstructors()[0], nothing);
        assertThat(crossed(value)).isEqualTo(value);
    }

    @Test
    void aCopyCanBeChangedWhenTheOriginalCan() {
        assertThatCode(() -> list(new ArrayList<>(List.of("a"))).add("b")).doesNotThrowAnyException();
        assertThatThrownBy(() -> list(List.of("a")).add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @SuppressWarnings("unchecked")
    private List<String> list(List<String> original) {
        return (List<String>) ((Box<?>) crossed(new Box<Object>(original, null))).content();
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        var thrown = new IllegalStateException("a".repeat(9_999) + "😀😀");
        byte[] frame = pair.worker
                .writer()
                .value(pair.worker.forms().of(Throwable.class), thrown)
                .frame();
        Object read =
                new ValueReader(pair.judge, frame).value(pair.judge.forms().of(Throwable.class));
        assertThat((Throwable) read).hasMessage("a".repeat(9_999) + "😀");
    }

    @Test
    void aFrameThatIsCutShortIsMalformed() {
        byte[] frame = frame(everything());
        for (int length = 0; length < frame.length; length++) {
            byte[] part = Arrays.copyOf(frame, length);
            assertThatThrownBy(() -> read(part))
                    .as("seed %d, the first %d of %d bytes", seed, length, frame.length)
                    .isInstanceOf(MalformedException.class);
        }
        byte[] more = Arrays.copyOf(frame, frame.length + 1);
        assertThatThrownBy(() -> read(more)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aFrameWithWrongBytesIsMalformedOrAnotherValueOfTheSameType() {
        for (int i = 0; i < 2000; i++) {
            byte[] frame = frame(everything());
            for (int j = 0; j <= i % 3; j++) frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            Throwable thrown = catchThrowable(() -> read(frame));
            if (thrown != null)
                assertThat(thrown).as("seed %d, round %d", seed, i).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void aNumberOfThingsThatCannotBeInTheFrameTakesNoMemory() {
        byte[] frame = ByteBuffer.allocate(6)
                .put((byte) 1)
                .put((byte) 1)
                .putInt(Integer.MAX_VALUE)
                .array();
        var reader = new ValueReader(pair.judge, frame);
        assertThatThrownBy(() -> reader.value(pair.judge.forms().of(List.class)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("2147483647");
    }

    @Test
    void deepValuesNeitherLeaveNorArrive() {
        List<Object> deep = List.of();
        for (int i = 0; i < ValueWriter.DEEPEST; i++) deep = List.of(deep);
        Object value = deep;
        Form form = pair.worker.forms().of(Object.class);
        assertThatThrownBy(() -> pair.worker.writer().value(form, value))
                .isInstanceOf(CannotCrossException.class)
                .hasMessageContaining("nested more than 64 times");

        byte[] bytes = listsInLists(100_000);
        assertThatThrownBy(() -> new ValueReader(pair.judge, bytes)
                        .value(pair.judge.forms().of(Object.class)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("nested more than 64 times");
    }

    /** Lists in lists: present, kind 6, present, not changeable, of one element. */
    private static byte[] listsInLists(int depth) {
        ByteBuffer bytes = ByteBuffer.allocate(depth * 8);
        for (int i = 0; i < depth; i++)
            bytes.put((byte) 1).put((byte) 6).put((byte) 1).put((byte) 0).putInt(1);
        return bytes.array();
    }

    @Test
    void framesAreLimitedBeforeTheyAreRead() throws Exception {
        byte[] tooLong = ByteBuffer.allocate(4).putInt(Frames.LONGEST + 1).array();
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(tooLong))).isInstanceOf(MalformedException.class);
        byte[] negative = {-1, -1, -1, -1};
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(negative)))
                .isInstanceOf(MalformedException.class);
        byte[] cut = {0, 0, 0, 9, 1};
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(cut))).isInstanceOf(EOFException.class);
        assertThat(Frames.read(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    @Test
    void aClassThatIsNotPermittedIsNotEvenLookedFor() {
        byte[] frame =
                pair.worker.writer().flag(true).text("java.lang.ProcessBuilder").frame();
        assertThatThrownBy(() -> new ValueReader(pair.judge, frame)
                        .value(pair.judge.forms().of(Outcome.class)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("java.lang.ProcessBuilder");
    }

    private byte[] frame(Everything value) {
        return pair.worker
                .writer()
                .value(pair.worker.forms().of(Everything.class), value)
                .frame();
    }

    private Object read(byte[] frame) {
        var reader = new ValueReader(pair.judge, frame);
        Object value = reader.value(pair.judge.forms().of(Everything.class));
        reader.end();
        return value;
    }

    private Object crossed(Object value) {
        Class<?> type = value.getClass();
        byte[] frame =
                pair.worker.writer().value(pair.worker.forms().of(type), value).frame();
        var reader = new ValueReader(pair.judge, frame);
        Object read = reader.value(pair.judge.forms().of(type));
        reader.end();
        return read;
    }

    private Everything everything() {
        var octets = new byte[random.nextInt(20)];
        random.nextBytes(octets);
        return new Everything(
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                (char) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                random.nextFloat(),
                random.nextDouble(),
                random.nextBoolean() ? null : random.nextInt(),
                text(),
                octets,
                Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                new UUID(random.nextLong(), random.nextLong()),
                LocalDate.ofEpochDay(random.nextInt(100_000)),
                ZoneId.of("Europe/Berlin"),
                random.nextBoolean() ? Optional.empty() : Optional.of(text()),
                some(() -> Map.of(text(), Optional.of(Duration.ofNanos(random.nextLong())))),
                Set.copyOf(some(random::nextLong)),
                some(this::text),
                new ArrayDeque<>(some(random::nextInt)),
                new TreeMap<>(Map.of(text(), random.nextDouble())),
                random.ints(random.nextInt(4)).toArray(),
                new String[][] {{text(), null}, {}},
                Thread.State.values()[random.nextInt(Thread.State.values().length)],
                new Box<>(some(this::text), new Box<>(List.of(), null)),
                random.nextBoolean()
                        ? new Outcome.Accepted()
                        : new Outcome.FunctionError(octets, Outcome.Kind.values()[random.nextInt(4)]),
                json());
    }

    private Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("none", null);
        json.put("text", text());
        json.put("number", random.nextInt());
        json.put("fraction", random.nextDouble());
        json.put("yes", random.nextBoolean());
        json.put("list", new ArrayList<>(Arrays.asList(1L, text(), null, Map.of(text(), new TreeSet<>(Set.of(1, 2))))));
        return json;
    }

    /** With lone surrogates, which are no valid Unicode. */
    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) text.append((char) random.nextInt(0x10000));
        return text.toString();
    }

    private <T> List<T> some(Supplier<T> one) {
        var all = new ArrayList<T>();
        for (int i = random.nextInt(4); i > 0; i--) all.add(one.get());
        return all;
    }
}
