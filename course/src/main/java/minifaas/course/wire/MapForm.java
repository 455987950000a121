package minifaas.course.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A map, entry by entry in its order. The copy can be changed when the original is one of the JDK's usual maps. */
record MapForm(Class<?> type, Form key, Form element) implements Form {
    private static final Set<Class<?>> CHANGEABLE =
            Set.of(HashMap.class, LinkedHashMap.class, TreeMap.class, ConcurrentHashMap.class);

    @Override
    public void write(Object value, ValueWriter output) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(((Map<?, ?>) value).entrySet());
        output.flag(CHANGEABLE.contains(value.getClass())).number(entries.size());
        for (Map.Entry<?, ?> each : entries) output.value(key, each.getKey()).value(element, each.getValue());
    }

    @Override
    public Object read(ValueReader input) {
        boolean isChangeable = input.flag();
        int size = input.count(2);
        Map<Object, Object> map = empty();
        for (int i = 0; i < size; i++) map.put(input.value(key), input.value(element));
        return isChangeable || type != Map.class ? map : Collections.unmodifiableMap(map);
    }

    private Map<Object, Object> empty() {
        if (SortedMap.class.isAssignableFrom(type)) return new TreeMap<>();
        return ConcurrentMap.class.isAssignableFrom(type) ? new ConcurrentHashMap<>() : new LinkedHashMap<>();
    }
}
