package org.khazana.storage.rocksdb;

import java.util.List;
import java.util.Optional;

/** Reads typed columns, all as of one moment or always the newest. A failed read is thrown. */
public interface ColumnReads {

    <K, V> Optional<V> get(Column<K, V> column, K key);

    /**
     * Values in the order of their keys.
     *
     * @param from first key bytes, inclusive
     * @param to last key bytes, exclusive
     * @param limit most values to return
     */
    <K, V> List<V> range(Column<K, V> column, byte[] from, byte[] to, int limit);
}
