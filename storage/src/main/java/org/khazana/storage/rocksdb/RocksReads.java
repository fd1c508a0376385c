package org.khazana.storage.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** Reads as {@code options} say: the newest state, or a snapshot. */
record RocksReads(RocksDB database, ColumnFamilies families, ReadOptions options) implements ColumnReads {

    @Override
    public <K, V> Optional<V> get(Column<K, V> column, K key) {
        byte[] keyBytes = column.keyBytes().apply(key);
        try {
            return Optional.ofNullable(database.get(families.of(column), options, keyBytes))
                    .map(value -> column.read().apply(keyBytes, value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    @Override
    public <K, V> List<V> range(Column<K, V> column, byte[] from, byte[] to, int limit) {
        List<V> values = new ArrayList<>();
        try (Slice end = new Slice(to);
                ReadOptions bounded = new ReadOptions(options).setIterateUpperBound(end);
                RocksIterator iterator = database.newIterator(families.of(column), bounded)) {
            for (iterator.seek(from); iterator.isValid() && values.size() < limit; iterator.next()) {
                values.add(column.read().apply(iterator.key(), iterator.value()));
            }
            // An iterator that meets a read error just becomes invalid; only its status tells that from the end.
            iterator.status();
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
        return values;
    }
}
