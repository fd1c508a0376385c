package org.khazana.ledger.table;

import java.util.Collection;
import java.util.function.Function;

/**
 * Another order of the records of a table: says for each under which entries it is found. Kept in step by whoever writes the
 * table.
 *
 * @param table from entries to keys of the records
 * @param entriesOf entries of one record; no two records have one in common
 */
public record Index<I extends Comparable<I>, K extends Comparable<K>, V>(
        Table<I, K> table, Function<V, Collection<I>> entriesOf) {

    /**
     * Describes an index that is asked for the order of its entries.
     *
     * @param number as of a table
     * @param name as of a table
     * @param keyOf of the record that has the entry
     */
    public static <I extends Comparable<I>, K extends Comparable<K>, V> Index<I, K, V> of(
            int number, String name, KeyForm<I> form, Function<I, K> keyOf, Function<V, Collection<I>> entriesOf) {
        ValueForm<I, K> nothing = ValueForm.of((key, fields) -> {}, (entry, fields) -> keyOf.apply(entry));
        return new Index<>(Table.ofIndex(number, name, form, nothing, true), entriesOf);
    }

    /**
     * Describes an index that is asked for single entries.
     *
     * @param number as of a table
     * @param name as of a table
     * @param keys of the records that have the entries
     */
    public static <I extends Comparable<I>, K extends Comparable<K>, V> Index<I, K, V> ofSingle(
            int number, String name, KeyForm<I> form, ValueForm<I, K> keys, Function<V, Collection<I>> entriesOf) {
        return new Index<>(Table.ofIndex(number, name, form, keys, false), entriesOf);
    }

    /** The same index, whose entries come in groups. */
    public Index<I, K, V> inGroups(Grouping<I> groups) {
        return new Index<>(table.inGroups(groups), entriesOf);
    }
}
