package minifaas.course.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A collection, element by element in its order. The copy can be changed when the original is one of the JDK's usual
 * collections that can.
 */
record CollectionForm(Class<?> type, Form element) implements Form {
    private static final Set<Class<?>> CHANGEABLE = Set.of(
            ArrayList.class, LinkedList.class, ArrayDeque.class, HashSet.class, LinkedHashSet.class, TreeSet.class);

    @Override
    public void write(Object value, ValueWriter output) {
        Object[] elements = elements(value);
        output.flag(CHANGEABLE.contains(value.getClass())).number(elements.length);
        for (Object each : elements) output.value(element, each);
    }

    private static Object[] elements(Object value) {
        if (value instanceof Collection<?> collection) return collection.toArray();
        var elements = new ArrayList<Object>();
        ((Iterable<?>) value).forEach(elements::add);
        return elements.toArray();
    }

    @Override
    public Object read(ValueReader input) {
        boolean isChangeable = input.flag();
        var elements = new Object[input.count(1)];
        for (int i = 0; i < elements.length; i++) elements[i] = input.value(element);
        return copy(Arrays.asList(elements), isChangeable);
    }

    private Object copy(List<Object> elements, boolean isChangeable) {
        if (SortedSet.class.isAssignableFrom(type)) return new TreeSet<>(elements);
        if (Set.class.isAssignableFrom(type)) {
            var set = new LinkedHashSet<>(elements);
            return isChangeable || !type.isInterface() ? set : Collections.unmodifiableSet(set);
        }
        if (Queue.class.isAssignableFrom(type))
            return type == LinkedList.class ? new LinkedList<>(elements) : new ArrayDeque<>(elements);
        var list = new ArrayList<>(elements);
        return isChangeable || !type.isInterface() ? list : Collections.unmodifiableList(list);
    }
}
