package org.khazana.ledger.table;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under the keys of one table. Most tables are only asked for single keys, so they are put in order when somebody
 * first asks for their order, and are kept in order from then on. An index is only asked for its order.
 */
final class KeyedRecords<K extends Comparable<K>, X> {
    private final @Nullable Map<K, X> byKey;
    private @Nullable NavigableMap<K, X> ordered;

    /** @param isIndex whether it is of a table that stands for the order of another one */
    KeyedRecords(boolean isIndex) {
        this.byKey = isIndex ? null : new LinkedHashMap<>();
        this.ordered = isIndex ? new TreeMap<>() : null;
    }

    @Nullable
    X get(K key) {
        return all().get(key);
    }

    void put(K key, X found) {
        if (byKey != null) {
            byKey.put(key, found);
        }
        if (ordered != null) {
            ordered.put(key, found);
        }
    }

    void remove(K key) {
        if (byKey != null) {
            byKey.remove(key);
        }
        if (ordered != null) {
            ordered.remove(key);
        }
    }

    /** In an order that means nothing, but is always the same; follows later changes. */
    Map<K, X> all() {
        return byKey == null ? requireNonNull(ordered) : byKey;
    }

    /** All of them, in the order of their keys; follows later changes, but is not to be changed. */
    NavigableMap<K, X> ordered() {
        if (ordered == null) {
            ordered = new TreeMap<>(byKey);
        }
        return ordered;
    }
}
