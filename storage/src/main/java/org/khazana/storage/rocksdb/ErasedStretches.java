package org.khazana.storage.rocksdb;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Stretches without rows, which were there and are erased. RocksDB passes over what is erased row by row until it merges its files, so who
 * takes the first of an account's tokens again and again would pass each time over all that were taken before. It may forget
 * anything at any time. For one thread.
 */
final class ErasedStretches {
    private static final int STRETCHES_MAX = 4_096;

    /** By where each begins: the row before which it ends. No two have anything in common. */
    private final NavigableMap<byte[], byte[]> ends = new TreeMap<>(Arrays::compareUnsigned);

    /** From there to before {@code first} there is no row. */
    void learn(byte[] from, byte[] first) {
        byte[] begin = from;
        Map.Entry<byte[], byte[]> before = ends.floorEntry(from);
        if (before != null && Arrays.compareUnsigned(before.getValue(), from) >= 0) {
            begin = before.getKey();
        }
        ends.subMap(begin, true, first, false).clear(); // they are parts of this one now
        if (ends.size() >= STRETCHES_MAX) {
            ends.clear();
        }
        ends.put(begin, first);
    }

    /** Where to begin to look for the first row from there on. */
    byte[] leap(byte[] from) {
        Map.Entry<byte[], byte[]> stretch = ends.floorEntry(from);
        return stretch == null || Arrays.compareUnsigned(stretch.getValue(), from) <= 0 ? from : stretch.getValue();
    }

    /** There is a row from now on: the stretch that it lies in becomes two. */
    void wrote(byte[] row) {
        Map.Entry<byte[], byte[]> stretch = ends.floorEntry(row);
        if (stretch != null && Arrays.compareUnsigned(row, stretch.getValue()) < 0) {
            ends.remove(stretch.getKey());
            if (!Arrays.equals(stretch.getKey(), row)) {
                ends.put(stretch.getKey(), row);
            }
            ends.put(RowKeys.after(row), stretch.getValue());
        }
    }

    void forget() {
        ends.clear();
    }
}
