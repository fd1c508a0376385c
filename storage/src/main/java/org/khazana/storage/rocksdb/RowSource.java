package org.khazana.storage.rocksdb;

import java.util.List;
import java.util.function.Predicate;

/** All rows of a state as it stood at one moment, without a meaning. A failed read is thrown. */
public interface RowSource {

    /** Names of the columns, in the order of their bytes. */
    List<String> columns();

    /** Shows {@code visitor} the rows of a column from a key on, in order of their keys, until it answers false. */
    void scan(String column, byte[] fromKey, Predicate<Row> visitor);
}
