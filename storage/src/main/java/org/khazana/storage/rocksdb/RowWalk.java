package org.khazana.storage.rocksdb;

import org.rocksdb.RocksIterator;

/** How to go from row to row, upwards. */
interface RowWalk {
    /** As RocksDB does it. */
    RowWalk PLAIN = new RowWalk() {
        @Override
        public void begin(RocksIterator rows, byte[] from) {
            rows.seek(from);
        }

        @Override
        public void goOn(RocksIterator rows, byte[] row) {
            rows.next();
        }
    };

    /** Goes to the first row from there on. */
    void begin(RocksIterator rows, byte[] from);

    /** Goes from that row, where {@code rows} is, to the next one. */
    void goOn(RocksIterator rows, byte[] row);
}
