package org.khazana.ledger.table;

import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Tables that do not change while this is used: a record that was asked for once is kept, since a transaction asks for the same few
 * records dozens of times. For one thread, and not for long.
 */
public class RememberedReads implements TableReads {
    private final TableReads below;
    private final TableMaps known = new TableMaps();

    public RememberedReads(TableReads below) {
        this.below = below;
    }

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        KeyedRecords<K, Optional<V>> records = known.of(table);
        Optional<V> found = records.get(key);
        if (found == null) {
            found = below.get(table, key);
            records.put(key, found);
        }
        return found;
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        below.scan(table, from, visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        below.scanDown(table, from, visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroup(Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        below.scanGroup(table, from, last, visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroupDown(
            Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        below.scanGroupDown(table, from, last, visitor);
    }
}
