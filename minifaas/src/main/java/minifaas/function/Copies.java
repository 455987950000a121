package minifaas.function;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Unmodifiable copies of maps with something changed; the order of the entries is kept. */
final class Copies {
    private Copies() {}

    static <K, V> Map<K, V> of(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <K, V> Map<K, V> with(Map<K, V> map, Map<K, V> more) {
        var copy = new LinkedHashMap<>(map);
        copy.putAll(more);
        return Collections.unmodifiableMap(copy);
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        return with(map, Map.of(key, value));
    }

    static <K, V> Map<K, V> without(Map<K, V> map, Collection<K> keys) {
        var copy = new LinkedHashMap<>(map);
        copy.keySet().removeAll(keys);
        return Collections.unmodifiableMap(copy);
    }
}
