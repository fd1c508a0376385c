package org.khazana.storage.rocksdb;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads as {@code options} say: the newest state, or a snapshot. */
record RocksReads(RocksDB database, ColumnFamilies families, ReadOptions options) implements TableReads {

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        try {
            return Optional.ofNullable(database.get(families.of(table), options, table.keyBytes(key)))
                    .map(value -> table.readValue(key, value));
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        show(table, iterator -> iterator.seek(table.keyBytes(from)), RocksIterator::next, visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        show(table, iterator -> iterator.seekForPrev(table.keyBytes(from)), RocksIterator::prev, visitor);
    }

    private <K extends Comparable<K>, V> void show(
            Table<K, V> table, Consumer<RocksIterator> start, Consumer<RocksIterator> step, BiPredicate<K, V> visitor) {
        try (RocksIterator iterator = database.newIterator(families.of(table), options)) {
            start.accept(iterator);
            boolean goesOn = true;
            while (goesOn && iterator.isValid()) {
                K key = table.readKey(iterator.key());
                goesOn = visitor.test(key, table.readValue(key, iterator.value()));
                if (goesOn) {
                    step.accept(iterator);
                }
            }
            // An iterator that meets a read error just becomes invalid; only its status tells that from the end.
            iterator.status();
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }
}
