package org.khazana.ledger.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that were written in an overlay. */
final class TouchedTables {
    private final @Nullable TouchedRecords<?, ?>[] byNumber = new TouchedRecords<?, ?>[Table.NUMBER_END];
    private final List<TouchedRecords<?, ?>> inOrder = new ArrayList<>();

    /** What was written to the table, if anything was: most tables are only asked. */
    @SuppressWarnings("unchecked") // what stands under the number of a table has its types
    <K extends Comparable<K>, V> @Nullable TouchedRecords<K, V> find(Table<K, V> table) {
        return (TouchedRecords<K, V>) byNumber[table.number()];
    }

    <K extends Comparable<K>, V> TouchedRecords<K, V> of(Table<K, V> table) {
        TouchedRecords<K, V> found = find(table);
        if (found == null) {
            found = new TouchedRecords<>(table);
            byNumber[table.number()] = found;
            inOrder.add(found);
        }
        return found;
    }

    /** In the order in which they were first written; follows later changes. */
    List<TouchedRecords<?, ?>> all() {
        return inOrder;
    }
}
