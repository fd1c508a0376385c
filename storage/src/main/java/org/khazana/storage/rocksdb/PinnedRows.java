package org.khazana.storage.rocksdb;

import java.util.function.Predicate;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** The rows of one moment, held on to until closed; that must come before the database is closed. */
public final class PinnedRows implements RowSource, AutoCloseable {
    private final RocksDB database;
    private final Snapshot snapshot;
    private final ReadOptions options;

    PinnedRows(RocksDB database) {
        this.database = database;
        this.snapshot = database.getSnapshot();
        this.options = new ReadOptions().setSnapshot(snapshot).setFillCache(false);
    }

    @Override
    public void scan(byte[] fromKey, Predicate<Row> visitor) {
        try (RocksIterator iterator = database.newIterator(options)) {
            iterator.seek(fromKey);
            boolean goesOn = true;
            while (goesOn && iterator.isValid()) {
                byte[] key = iterator.key();
                goesOn = RowKeys.isOfState(key) && visitor.test(new Row(key, iterator.value()));
                if (goesOn) {
                    iterator.next();
                }
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
