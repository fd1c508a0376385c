package org.khazana.ledger.table;

import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads tables, as they stand at one moment. */
public interface TableReads {

    <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key);

    /**
     * Shows records in the order of their keys.
     *
     * @param from the first key, whether there is such a record or not
     * @param visitor says whether it wants to see another one; must not write to what is read
     */
    <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor);

    /**
     * Shows records in the opposite of the order of their keys.
     *
     * @param from the greatest key, whether there is such a record or not
     * @param visitor as of {@link #scan}
     */
    <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor);
}
