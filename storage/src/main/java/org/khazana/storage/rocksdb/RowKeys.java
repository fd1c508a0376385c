package org.khazana.storage.rocksdb;

import java.util.Arrays;
import org.khazana.ledger.table.Table;

/**
 * Where the records of a table stand among all rows: behind the table's number, one byte, in the order of their keys. One keyspace for
 * all tables opens, flushes and closes many times faster than one for each.
 */
public final class RowKeys {
    /** After all tables, those of the state and those that the node keeps for itself: how far loading has come, which is no part of the state. */
    static final byte[] LOADING_MARK = {(byte) 0xff};

    private RowKeys() {}

    static <K extends Comparable<K>> byte[] of(Table<K, ?> table, K key) {
        return of(table, table.keyBytes(key));
    }

    /** The row of the record with that key. */
    public static byte[] of(Table<?, ?> table, byte[] bytes) {
        byte[] row = new byte[1 + bytes.length];
        row[0] = (byte) table.number();
        System.arraycopy(bytes, 0, row, 1, bytes.length);
        return row;
    }

    /** The least key of a row that comes after that one. */
    static byte[] after(byte[] row) {
        return Arrays.copyOf(row, row.length + 1);
    }

    static boolean isOf(Table<?, ?> table, byte[] row) {
        return row[0] == (byte) table.number();
    }

    /** Rows of tables of the state come first. */
    static boolean isOfState(byte[] row) {
        return row[0] >= 0;
    }

    static boolean isOfSomeTable(byte[] row) {
        return row[0] != LOADING_MARK[0];
    }

    static <K extends Comparable<K>> K read(Table<K, ?> table, byte[] row) {
        return table.readKey(Arrays.copyOfRange(row, 1, row.length));
    }
}
