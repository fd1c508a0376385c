package org.khazana.storage.rocksdb;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.khazana.ledger.table.Table;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * What is to be written at once, and can be read before. Rows are handed to RocksDB in the order in which it keeps them: one finds its
 * place in the processor's memory that the one before has just passed.
 */
final class RocksWrites implements RowWrites {
    private final RocksReads before;
    /** Empty where a row is erased. */
    private final NavigableMap<byte[], Optional<byte[]>> rows = new TreeMap<>(Arrays::compareUnsigned);

    /** @param before what is there now */
    RocksWrites(RocksReads before) {
        this.before = before;
    }

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        Optional<byte[]> written = rows.get(RowKeys.of(table, key));
        return written == null ? before.get(table, key) : written.map(value -> table.readValue(key, value));
    }

    @Override
    public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
        write(RowKeys.of(table, key), table.valueBytes(value));
    }

    @Override
    public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
        erase(RowKeys.of(table, key));
    }

    @Override
    public void write(byte[] row, byte[] value) {
        rows.put(row, Optional.of(value));
    }

    @Override
    public void erase(byte[] row) {
        rows.put(row, Optional.empty());
    }

    /** Shows the rows of the state that are written, not those that are erased. */
    void forEachOfState(Consumer<byte[]> visitor) {
        rows.forEach((row, value) -> {
            if (value.isPresent() && RowKeys.isOfState(row)) {
                visitor.accept(row);
            }
        });
    }

    /** Puts all of it into an empty batch. */
    void fill(WriteBatch batch) throws RocksDBException {
        for (Map.Entry<byte[], Optional<byte[]>> row : rows.entrySet()) {
            if (row.getValue().isPresent()) {
                batch.put(row.getKey(), row.getValue().get());
            } else {
                batch.delete(row.getKey());
            }
        }
    }
}
