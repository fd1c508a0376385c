package org.khazana.ledger.table;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One sorted map for each table that is used. */
final class TableMaps {
    private final @Nullable NavigableMap<?, ?>[] maps = new NavigableMap<?, ?>[Table.NUMBER_END];

    /** From the keys of the table to values of one type, which the caller never mixes with another. */
    @SuppressWarnings("unchecked") // each map is used with the types of its table only
    <K extends Comparable<K>, X> NavigableMap<K, X> of(Table<K, ?> table) {
        NavigableMap<?, ?> found = maps[table.number()];
        if (found == null) {
            found = new TreeMap<K, X>();
            maps[table.number()] = found;
        }
        return (NavigableMap<K, X>) found;
    }
}
