package org.khazana.ledger.table;

/** Where single records and entries of indexes are written as they are, by those who know about both. */
public interface RecordWrites {

    /** There is this record, or this entry of an index, under its key from now on. */
    <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value);

    /** There is none under the key any more, if there was one. */
    <K extends Comparable<K>, V> void erase(Table<K, V> table, K key);
}
