package org.khazana.ledger.table;

import org.jspecify.annotations.Nullable;

/** The records of each table that is used. */
final class TableMaps {
    private final @Nullable KeyedRecords<?, ?>[] maps = new KeyedRecords<?, ?>[Table.NUMBER_END];

    /** From the keys of the table to what is of one type, which the caller never mixes with another. */
    @SuppressWarnings("unchecked") // each map is used with the types of its table only
    <K extends Comparable<K>, X> KeyedRecords<K, X> of(Table<K, ?> table) {
        KeyedRecords<?, ?> found = maps[table.number()];
        if (found == null) {
            found = new KeyedRecords<K, X>();
            maps[table.number()] = found;
        }
        return (KeyedRecords<K, X>) found;
    }
}
