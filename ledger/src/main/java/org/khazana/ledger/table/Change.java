package org.khazana.ledger.table;

/** One write to the state. Applying a list of changes in order is the only way the state moves. */
public sealed interface Change {

    Table<?, ?> table();

    /** There is this record under its key from now on. */
    record Put<K extends Comparable<K>, V>(Table<K, V> table, K key, V value) implements Change {}

    /** There is no record under the key any more, if there was one. */
    record Removal<K extends Comparable<K>, V>(Table<K, V> table, K key) implements Change {}
}
