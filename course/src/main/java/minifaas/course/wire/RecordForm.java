package minifaas.course.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Stream;

/** A record, component by component; it is made anew by its own constructor. */
final class RecordForm implements Form {
    private final Forms forms;
    private final Type type;
    private final RecordComponent[] components;
    /** Of the components: an accessor may be an exercise. */
    private final Field[] fields;

    private final Constructor<?> constructor;

    RecordForm(Forms forms, Type type, Class<?> raw) {
        this.forms = forms;
        this.type = type;
        this.components = raw.getRecordComponents();
        try {
            fields = new Field[components.length];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = raw.getDeclaredField(components[i].getName());
                fields[i].setAccessible(true);
            }
            constructor = raw.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (ReflectiveOperationException bug) { // every record has these
            throw new IllegalStateException(bug);
        }
    }

    @Override
    public void write(Object value, ValueWriter output) {
        for (int i = 0; i < fields.length; i++) {
            try {
                output.value(form(i), fields[i].get(value));
            } catch (IllegalAccessException bug) {
                throw new IllegalStateException(bug);
            }
        }
    }

    @Override
    public Object read(ValueReader input) {
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) values[i] = input.value(form(i));
        return Reflection.create(constructor, values);
    }

    /** Asked for when a value crosses: a record may have components of its own type. */
    private Form form(int component) {
        return forms.of(Types.in(type, components[component].getGenericType()));
    }
}
