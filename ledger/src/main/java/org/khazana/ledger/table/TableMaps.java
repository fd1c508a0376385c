package org.khazana.ledger.table;

import org.jspecify.annotations.Nullable;

/** The records of each table that is used. */
final class TableMaps {
    private final @Nullable KeyedRecords<?, ?>[] maps = new KeyedRecords<?, ?>[Table.NUMBER_END];

    /** What was kept of the table, if anything was: most tables are only asked. */
    @SuppressWarnings("unchecked") // each map is used with the types of its table only
    <K extends Comparable<K>, X> @Nullable KeyedRecords<K, X> find(Table<K, ?> table) {
        return (KeyedRecords<K, X>) maps[table.number()];
    }

    /** From the keys of the table to what is of one type, which the caller never mixes with another. */
    <K extends Comparable<K>, X> KeyedRecords<K, X> of(Table<K, ?> table) {
        KeyedRecords<K, X> found = find(table);
        if (found == null) {
            found = new KeyedRecords<>(table);
            maps[table.number()] = found;
        }
        return found;
    }
}
