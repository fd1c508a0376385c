package org.khazana.ledger.table;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under the keys of one table. Most tables are only asked for single keys, so they are put in order when somebody
 * first asks for their order, and are kept in order from then on. Most indexes are only asked for
 * their order.
 */
final class KeyedRecords<K extends Comparable<K>, X> {
    private final Table<K, ?> table;
    private final @Nullable Map<K, X> byKey;
    private @Nullable OrderedGroups<K, X> ordered;

    KeyedRecords(Table<K, ?> table) {
        this.table = table;
        this.byKey = table.isOrder() ? null : new LinkedHashMap<>();
        this.ordered = table.isOrder() ? new OrderedGroups<>(table.grouping()) : null;
    }

    @Nullable
    X get(K key) {
        return byKey == null ? ordered().get(key) : byKey.get(key);
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

    /** All of them, in the order of their keys; follows later changes, but is not to be changed. */
    NavigableMap<K, X> inOrder() {
        return ordered().all();
    }

    /** Those of the group that the key is in, in the order of their keys; not to be changed. */
    NavigableMap<K, X> group(K key) {
        return ordered().group(key);
    }

    private OrderedGroups<K, X> ordered() {
        if (ordered == null) {
            OrderedGroups<K, X> orderedNow = new OrderedGroups<>(table.grouping());
            requireNonNull(byKey).forEach(orderedNow::put);
            ordered = orderedNow;
        }
        return ordered;
    }
}
