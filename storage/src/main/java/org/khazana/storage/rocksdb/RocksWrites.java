package org.khazana.storage.rocksdb;

import java.util.Optional;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatchWithIndex;

/** One RocksDB write batch that can be read through. */
record RocksWrites(RocksDB database, ColumnFamilies families, ReadOptions options, WriteBatchWithIndex batch)
        implements ColumnWrites {

    @Override
    public <K, V> Optional<V> get(Column<K, V> column, K key) {
        byte[] keyBytes = column.keyBytes().apply(key);
        try {
            return Optional.ofNullable(batch.getFromBatchAndDB(database, families.of(column), options, keyBytes))
                    .map(value -> column.read().apply(keyBytes, value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    @Override
    public <K, V> void put(Column<K, V> column, K key, V value) {
        try {
            batch.put(
                    families.of(column),
                    column.keyBytes().apply(key),
                    column.valueBytes().apply(value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("written", failure);
        }
    }

    @Override
    public <K, V> void delete(Column<K, V> column, K key) {
        try {
            batch.delete(families.of(column), column.keyBytes().apply(key));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("written", failure);
        }
    }
}
