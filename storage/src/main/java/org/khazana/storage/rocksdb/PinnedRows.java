package org.khazana.storage.rocksdb;

import java.util.List;
import java.util.function.Predicate;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** The rows of one moment, held on to until closed; that must come before the database is closed. */
public final class PinnedRows implements RowSource, AutoCloseable {
    private final RocksDB database;
    private final ColumnFamilies families;
    private final Snapshot snapshot;
    private final ReadOptions options;

    PinnedRows(RocksDB database, ColumnFamilies families) {
        this.database = database;
        this.families = families;
        this.snapshot = database.getSnapshot();
        this.options = new ReadOptions().setSnapshot(snapshot).setFillCache(false);
    }

    @Override
    public List<String> columns() {
        return families.names();
    }

    @Override
    public void scan(String column, byte[] fromKey, Predicate<Row> visitor) {
        try (RocksIterator iterator = database.newIterator(families.of(column), options)) {
            iterator.seek(fromKey);
            while (iterator.isValid() && visitor.test(new Row(column, iterator.key(), iterator.value()))) {
                iterator.next();
            }
            // An iterator that meets a read error just becomes invalid; only its status tells that from the end.
            iterator.status();
        } catch (RocksDBException failure) {
            throw RocksStore.failed("read", failure);
        }
    }

    @Override
    public void close() {
        options.close();
        database.releaseSnapshot(snapshot);
    }
}
