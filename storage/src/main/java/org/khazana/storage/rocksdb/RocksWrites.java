package org.khazana.storage.rocksdb;

import java.util.Optional;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableWrites;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatchWithIndex;

/** One RocksDB write batch that can be read through. */
record RocksWrites(RocksDB database, ReadOptions options, WriteBatchWithIndex batch) implements TableWrites {

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        try {
            return Optional.ofNullable(batch.getFromBatchAndDB(database, options, RowKeys.of(table, key)))
                    .map(value -> table.readValue(key, value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    @Override
    public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
        try {
            batch.put(RowKeys.of(table, key), table.valueBytes(value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("written", failure);
        }
    }

    @Override
    public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
        try {
            batch.delete(RowKeys.of(table, key));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("written", failure);
        }
    }
}
