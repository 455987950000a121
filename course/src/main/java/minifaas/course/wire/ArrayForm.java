package minifaas.course.wire;

import java.lang.reflect.Array;

/** An array, element by element. */
record ArrayForm(Class<?> type, Form element) implements Form {
    @Override
    public void write(Object value, ValueWriter output) {
        int length = Array.getLength(value);
        output.number(length);
        for (int i = 0; i < length; i++) output.value(element, Array.get(value, i));
    }

    @Override
    public Object read(ValueReader input) {
        Object array = Array.newInstance(type, input.count(1));
        for (int i = 0; i < Array.getLength(array); i++) Array.set(array, i, input.value(element));
        return array;
    }
}
