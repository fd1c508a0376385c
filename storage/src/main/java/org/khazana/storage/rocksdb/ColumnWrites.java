package org.khazana.storage.rocksdb;

import java.util.Optional;

/** Collects writes to typed columns that take effect together or not at all. */
public interface ColumnWrites {

    /** The value as these writes leave it so far. */
    <K, V> Optional<V> get(Column<K, V> column, K key);

    <K, V> void put(Column<K, V> column, K key, V value);

    <K, V> void delete(Column<K, V> column, K key);
}
