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
    private final Table<K, ?> table;
    private final Map<Object, NavigableMap<K, X>> groups = new LinkedHashMap<>();
    private @Nullable NavigableMap<K, X> all;

    OrderedGroups(Table<K, ?> table) {
        this.table = table;
        this.all = table.isInGroups() ? null : new TreeMap<>();
    }

    @Nullable
    X get(K key) {
        return group(key).get(key);
    }

    void put(K key, X found) {
        if (table.isInGroups()) {
            groups.computeIfAbsent(table.groupOf(key), group -> new TreeMap<>()).put(key, found);
        }
        if (all != null) {
            all.put(key, found);
        }
    }

    void remove(K key) {
        if (table.isInGroups()) {
            Object name = table.groupOf(key);
            NavigableMap<K, X> group = groups.get(name);
            if (group != null && group.remove(key) != null && group.isEmpty()) {
                groups.remove(name);
            }
        }
        if (all != null) {
            all.remove(key);
        }
    }

    /** Those that are in one group with the key, or more. */
    NavigableMap<K, X> group(K key) {
        return table.isInGroups() ? groups.getOrDefault(table.groupOf(key), Collections.emptyNavigableMap()) : all();
    }

    NavigableMap<K, X> all() {
        if (all == null) {
            all = new TreeMap<>();
            groups.values().forEach(all::putAll);
        }
        return all;
    }
}
