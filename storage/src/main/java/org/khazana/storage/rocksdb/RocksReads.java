package org.khazana.storage.rocksdb;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Reads as {@code options} say: the newest state, or a snapshot.
 *
 * @param seen told of each single row that was read
 */
record RocksReads(RocksDB database, ReadOptions options, BiConsumer<byte[], byte[]> seen, RowWalk upwards)
        implements TableReads {

    /** Tells nobody. */
    RocksReads(RocksDB database, ReadOptions options) {
        this(database, options, (row, value) -> {}, RowWalk.PLAIN);
    }

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        try {
            byte[] row = RowKeys.of(table, key);
            byte[] value = database.get(options, row);
            if (value == null) {
                return Optional.empty();
            }
            seen.accept(row, value);
            return Optional.of(table.readValue(key, value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        show(table, rows -> upwards.begin(rows, RowKeys.of(table, from)), upwards::goOn, visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        show(table, rows -> rows.seekForPrev(RowKeys.of(table, from)), (rows, row) -> rows.prev(), visitor);
    }

    private <K extends Comparable<K>, V> void show(
            Table<K, V> table,
            Consumer<RocksIterator> start,
            BiConsumer<RocksIterator, byte[]> step,
            BiPredicate<K, V> visitor) {
        try (RocksIterator iterator = database.newIterator(options)) {
            start.accept(iterator);
            boolean goesOn = true;
            while (goesOn && iterator.isValid()) {
                byte[] row = iterator.key();
                goesOn = RowKeys.isOf(table, row) && show(table, row, iterator.value(), visitor);
                if (goesOn) {
                    step.accept(iterator, row);
                }
            }
            // An iterator that meets a read error just becomes invalid; only its status tells that from the end.
            iterator.status();
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    private static <K extends Comparable<K>, V> boolean show(
            Table<K, V> table, byte[] row, byte[] value, BiPredicate<K, V> visitor) {
        K key = RowKeys.read(table, row);
        return visitor.test(key, table.readValue(key, value));
    }
}
