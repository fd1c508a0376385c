package org.khazana.ledger.table;

import java.util.Optional;
import java.util.function.BiPredicate;

/** Counts the records that scans are shown. */
final class CountedReads implements TableReads {
    private final TableReads below;
    private int shown;

    CountedReads(TableReads below) {
        this.below = below;
    }

    int shown() {
        return shown;
    }

    private <K, V> BiPredicate<K, V> counting(BiPredicate<K, V> visitor) {
        return (key, value) -> {
            shown++;
            return visitor.test(key, value);
        };
    }

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        return below.get(table, key);
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        below.scan(table, from, counting(visitor));
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        below.scanDown(table, from, counting(visitor));
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroup(Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        below.scanGroup(table, from, last, counting(visitor));
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroupDown(
            Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        below.scanGroupDown(table, from, last, counting(visitor));
    }
}
