package org.khazana.ledger.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of one table that were written or erased in an overlay, as they are now. */
final class TouchedRecords<K extends Comparable<K>, V> {
    private final Table<K, V> table;
    /** Empty for a record that is erased. */
    private final Map<K, Optional<V>> all = new LinkedHashMap<>();

    private final HiddenStretches<K> hidden = new HiddenStretches<>();
    /** Those that are not erased: who looks for the next one need not pass over the others. There when somebody first asks. */
    private @Nullable OrderedGroups<K, V> present;

    TouchedRecords(Table<K, V> table) {
        this.table = table;
    }

    Table<K, V> table() {
        return table;
    }

    void write(K key, V value) {
        all.put(key, Optional.of(value));
        if (present != null) {
            present.put(key, value);
        }
    }

    void erase(K key) {
        all.put(key, Optional.empty());
        if (present != null) {
            present.remove(key);
        }
    }

    /** As it is now; what was not touched is found below. */
    Optional<V> get(K key, TableReads below) {
        Optional<V> pending = all.get(key);
        return pending == null ? below.get(table, key) : pending;
    }

    /** Whether what lies below under the key is hidden. */
    boolean hides(K key) {
        return all.containsKey(key);
    }

    /** Empty for those that are erased. In an order that means nothing, but is always the same; follows later changes. */
    Map<K, Optional<V>> all() {
        return Collections.unmodifiableMap(all);
    }

    /** The same as they are now, in the order of the keys. */
    NavigableMap<K, Optional<V>> allInOrder() {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(all));
    }

    /** Those that are not erased. */
    OrderedGroups<K, V> present() {
        if (present == null) {
            OrderedGroups<K, V> presentNow = new OrderedGroups<>(table.grouping());
            all.forEach((key, value) -> value.ifPresent(there -> presentNow.put(key, there)));
            present = presentNow;
        }
        return present;
    }

    /** Where these are known to hide all that lies below. */
    HiddenStretches<K> hidden() {
        return hidden;
    }

    void writeTo(RecordWrites target) {
        all.forEach((key, value) -> {
            if (value.isPresent()) {
                target.write(table, key, value.get());
            } else {
                target.erase(table, key);
            }
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TouchedRecords<?, ?> records && table == records.table && all.equals(records.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return table + "=" + all;
    }
}
