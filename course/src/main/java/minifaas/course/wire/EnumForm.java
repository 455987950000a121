package minifaas.course.wire;

import java.util.stream.Stream;

/** A constant of an enum, by its name. */
record EnumForm(Class<?> type) implements Form {
    @Override
    public void write(Object value, ValueWriter output) {
        output.text(((Enum<?>) value).name());
    }

    @Override
    public Object read(ValueReader input) {
        String name = input.text();
        return Stream.of(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedException("no constant of " + type.getName() + ": " + name));
    }
}
