package org.khazana.ledger.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under the keys of one table. Most tables are only asked for single keys, so they are put in order when somebody
 * first asks for their order, and are kept in order from then on.
 */
final class KeyedRecords<K extends Comparable<K>, X> {
    private final Map<K, X> byKey = new LinkedHashMap<>();
    private @Nullable NavigableMap<K, X> ordered;

    @Nullable
    X get(K key) {
        return byKey.get(key);
    }

    void put(K key, X found) {
        byKey.put(key, found);
        if (ordered != null) {
            ordered.put(key, found);
        }
    }

    void remove(K key) {
        byKey.remove(key);
        if (ordered != null) {
            ordered.remove(key);
        }
    }

    /** All of them, in the order of their keys; follows later changes, but is not to be changed. */
    NavigableMap<K, X> ordered() {
        if (ordered == null) {
            ordered = new TreeMap<>(byKey);
        }
        return ordered;
    }
}
