package org.khazana.storage.rocksdb;

import java.util.function.Predicate;

/** All rows of a state as it stood at one moment, without a meaning. A failed read is thrown. */
public interface RowSource {

    /** Shows {@code visitor} the rows of all tables from a key on, in order of the bytes of their keys, until it answers false. */
    void scan(byte[] fromKey, Predicate<Row> visitor);
}
