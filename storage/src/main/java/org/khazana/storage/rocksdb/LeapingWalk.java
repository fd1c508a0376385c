package org.khazana.storage.rocksdb;

import java.util.Arrays;
import org.rocksdb.PerfContext;
import org.rocksdb.PerfLevel;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;

/** Remembers where RocksDB has passed over many erased rows, and leaps over them the next time. For one thread. */
final class LeapingWalk implements RowWalk {
    /** To begin anew somewhere costs about as much as to pass over so many. */
    private static final int WORTHWHILE = 16;

    private final RocksDB database;
    private final ErasedStretches erased;

    /** @param erased told of each row that is written */
    LeapingWalk(RocksDB database, ErasedStretches erased) {
        this.database = database;
        this.erased = erased;
    }

    @Override
    public void begin(RocksIterator rows, byte[] from) {
        byte[] start = erased.leap(from);
        go(rows, start, () -> rows.seek(start));
    }

    @Override
    public void goOn(RocksIterator rows, byte[] row) {
        byte[] after = RowKeys.after(row);
        byte[] start = erased.leap(after);
        go(rows, start, Arrays.equals(start, after) ? rows::next : () -> rows.seek(start));
    }

    private void go(RocksIterator rows, byte[] start, Runnable going) {
        database.setPerfLevel(PerfLevel.ENABLE_COUNT); // of this thread
        try (PerfContext counts = database.getPerfContext()) {
            long before = counts.getInternalDeleteSkippedCount();
            going.run();
            if (rows.isValid() && counts.getInternalDeleteSkippedCount() - before >= WORTHWHILE) {
                erased.learn(start, rows.key());
            }
        }
    }
}
