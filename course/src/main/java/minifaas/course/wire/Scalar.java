package minifaas.course.wire;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The form of a value that holds no other values. */
record Scalar(BiConsumer<ValueWriter, Object> writing, Function<ValueReader, Object> reading) implements Form {
    private static final Map<Class<?>, Form> ALL = new HashMap<>();

    static {
        primitive(boolean.class, Boolean.class, (out, value) -> out.flag(value), ValueReader::flag);
        primitive(byte.class, Byte.class, (out, value) -> out.octet(value), in -> (byte) in.octet());
        primitive(short.class, Short.class, (out, value) -> out.number(value.intValue()), in -> (short) in.number());
        primitive(char.class, Character.class, (out, value) -> out.number((int) value.charValue()), in ->
                (char) in.number());
        primitive(int.class, Integer.class, (out, value) -> out.number(value.intValue()), ValueReader::number);
        primitive(long.class, Long.class, (out, value) -> out.number(value.longValue()), ValueReader::longNumber);
        primitive(
                float.class,
                Float.class,
                (out, value) -> out.number(Float.floatToRawIntBits(value)),
                in -> Float.intBitsToFloat(in.number()));
        primitive(
                double.class,
                Double.class,
                (out, value) -> out.number(Double.doubleToRawLongBits(value)),
                in -> Double.longBitsToDouble(in.longNumber()));
        add(String.class, ValueWriter::text, ValueReader::text);
        add(byte[].class, ValueWriter::octets, ValueReader::octets);
        add(
                Duration.class,
                (out, value) -> out.number(value.getSeconds()).number(value.getNano()),
                in -> Duration.ofSeconds(in.longNumber(), in.number()));
        add(
                Instant.class,
                (out, value) -> out.number(value.getEpochSecond()).number(value.getNano()),
                in -> Instant.ofEpochSecond(in.longNumber(), in.number()));
        asText(UUID.class, UUID::fromString);
        asText(URI.class, URI::create);
        asText(LocalDate.class, LocalDate::parse);
        asText(LocalTime.class, LocalTime::parse);
        asText(LocalDateTime.class, LocalDateTime::parse);
        asText(ZonedDateTime.class, ZonedDateTime::parse);
        asText(ZoneId.class, ZoneId::of);
        primitive(void.class, Void.class, (out, nothing) -> out.octet(0), in -> nothing(in.octet()));
    }

    /** The form of a class; nothing when its values are not scalars. */
    static Optional<Form> of(Class<?> type) {
        return Optional.ofNullable(ALL.get(type));
    }

    @Override
    public void write(Object value, ValueWriter output) {
        writing.accept(output, value);
    }

    @Override
    public Object read(ValueReader input) {
        return reading.apply(input);
    }

    private static <T> void primitive(
            Class<?> primitive, Class<T> box, BiConsumer<ValueWriter, T> writing, Function<ValueReader, T> reading) {
        add(box, writing, reading);
        ALL.put(primitive, ALL.get(box));
    }

    private static <T> void add(Class<T> type, BiConsumer<ValueWriter, T> writing, Function<ValueReader, T> reading) {
        ALL.put(type, new Scalar((output, value) -> writing.accept(output, type.cast(value)), in -> reading.apply(in)));
    }

    private static <T> void asText(Class<T> type, Function<String, T> parsed) {
        add(type, (output, value) -> output.text(value.toString()), input -> parsed.apply(input.text()));
    }

    private static Void nothing(int octet) {
        if (octet != 0) throw new MalformedException(octet + " in place of nothing");
        return null;
    }
}
