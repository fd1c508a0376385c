package org.khazana.ledger.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads tables, as they stand at one moment. */
public interface TableReads {

    <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key);

    /**
     * Shows records in the order of their keys.
     *
     * @param from the first key, whether there is such a record or not
     * @param visitor says whether it wants to see another one; must not write to what is read
     */
    <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor);

    /**
     * Shows records in the opposite of the order of their keys.
     *
     * @param from the greatest key, whether there is such a record or not
     * @param visitor as of {@link #scan}
     */
    <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor);

    /** The first record whose key is not before {@code from}. */
    default <K extends Comparable<K>, V> Optional<V> first(Table<K, V> table, K from) {
        List<V> found = new ArrayList<>(1);
        scan(table, from, (key, value) -> {
            found.add(value);
            return false;
        });
        return found.stream().findFirst();
    }

    /** The first record whose key comes after that one, whether there is such a record or not. */
    default <K extends Comparable<K>, V> Optional<V> firstAfter(Table<K, V> table, K before) {
        List<V> found = new ArrayList<>(1);
        scan(table, before, (key, value) -> {
            boolean isAfter = key.compareTo(before) > 0;
            if (isAfter) {
                found.add(value);
            }
            return !isAfter;
        });
        return found.stream().findFirst();
    }

    /**
     * The same as {@link #scan} as far as {@code last}, for an index whose entries come in groups.
     *
     * @param last in the group of {@code from}
     */
    default <K extends Comparable<K>, V> void scanGroup(Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        scan(table, from, (key, value) -> key.compareTo(last) <= 0 && visitor.test(key, value));
    }

    /**
     * The same as {@link #scanDown} as far as {@code last}, for an index whose entries come in groups.
     *
     * @param last in the group of {@code from}
     */
    default <K extends Comparable<K>, V> void scanGroupDown(
            Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        scanDown(table, from, (key, value) -> key.compareTo(last) >= 0 && visitor.test(key, value));
    }
}
