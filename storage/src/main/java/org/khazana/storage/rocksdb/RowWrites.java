package org.khazana.storage.rocksdb;

import org.khazana.ledger.table.TableWrites;

/** Where changes go: those of records, and those whose bytes are known already. */
public interface RowWrites extends TableWrites {

    /** There is this row from now on; neither array is written to any more. */
    void write(byte[] row, byte[] value);

    /** There is no such row any more, if there was one. */
    void erase(byte[] row);
}
