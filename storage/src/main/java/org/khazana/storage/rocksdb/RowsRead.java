package org.khazana.storage.rocksdb;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows that were read for a block, so that they need not be read again when the block has changed them and what they were is to be kept. It
 * may forget anything at any time. For one thread.
 */
public final class RowsRead {
    /** Of rows and values, 4 MiB: a block that reads more is as well served by RocksDB. */
    private static final int BYTES_MAX = 4 << 20;

    private final Map<Key, byte[]> values = new HashMap<>();
    private final AtomicInteger bytes = new AtomicInteger();

    /** Bytes as a key. */
    private static final class Key {
        private final byte[] bytes;
        private final int hashCode;

        Key(byte[] bytes) {
            this.bytes = bytes;
            this.hashCode = Arrays.hashCode(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return hashCode;
        }
    }

    void remember(byte[] row, byte[] value) {
        int size = row.length + value.length;
        if (size <= BYTES_MAX - bytes.get() && values.putIfAbsent(new Key(row), value) == null) {
            bytes.addAndGet(size);
        }
    }

    /** What stood in the row when it was read; empty if it was not, or nothing stood there. */
    public Optional<byte[]> find(byte[] row) {
        return Optional.ofNullable(values.get(new Key(row)));
    }

    /** To be called before any of the rows is changed by others than those who asked. */
    public void forget() {
        values.clear();
        bytes.set(0);
    }
}
