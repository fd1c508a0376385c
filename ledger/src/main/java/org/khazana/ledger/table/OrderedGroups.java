package org.khazana.ledger.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under keys in their order. Where keys come in groups each group has a small tree of its own, which is found and walked
 * several times as fast as one of all; that is there from the moment when somebody asks for it.
 */
final class OrderedGroups<K extends Comparable<K>, X> {
    private final @Nullable Grouping<K> grouping;
    private final Map<Object, NavigableMap<K, X>> groups = new LinkedHashMap<>();
    private @Nullable NavigableMap<K, X> all;

    /** @param grouping none where all keys are one group */
    OrderedGroups(@Nullable Grouping<K> grouping) {
        this.grouping = grouping;
        this.all = grouping == null ? new TreeMap<>() : null;
    }

    @Nullable
    X get(K key) {
        return group(key).get(key);
    }

    void put(K key, X found) {
        if (grouping != null) {
            NavigableMap<K, X> group = groups.get(grouping.groupOf().apply(key));
            if (group == null) {
                group = new TreeMap<>(grouping.within());
                groups.put(grouping.groupOf().apply(key), group);
            }
            group.put(key, found);
        }
        if (all != null) {
            all.put(key, found);
        }
    }

    void remove(K key) {
        if (grouping != null) {
            Object name = grouping.groupOf().apply(key);
            NavigableMap<K, X> group = groups.get(name);
            if (group != null) {
                group.remove(key);
                if (group.isEmpty()) {
                    groups.remove(name);
                }
            }
        }
        if (all != null) {
            all.remove(key);
        }
    }

    /** Those that are in one group with the key; all of them where there are no groups. */
    NavigableMap<K, X> group(K key) {
        return grouping == null
                ? all()
                : groups.getOrDefault(grouping.groupOf().apply(key), Collections.emptyNavigableMap());
    }

    NavigableMap<K, X> all() {
        NavigableMap<K, X> together = all;
        if (together == null) {
            together = new TreeMap<>();
            groups.values().forEach(together::putAll);
            all = together;
        }
        return together;
    }
}
