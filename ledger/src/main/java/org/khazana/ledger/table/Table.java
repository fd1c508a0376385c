package org.khazana.ledger.table;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of records: how they are named and ordered, and their bytes.
 *
 * @param <K> keys, in whose natural order the records stand
 */
public final class Table<K extends Comparable<K>, V> {
    /** Numbers of tables of the state are less than this; those of what a node keeps for itself are not. */
    public static final int NUMBER_END = 128;

    private static final int OWN_NUMBER_END = 255;

    private final int number;
    private final String name;
    private final KeyForm<K> keyForm;
    private final ValueForm<K, V> valueForm;
    private final Function<V, K> keyOf;
    private final List<Index<?, K, V>> indexes;
    private final Use use;
    private final @Nullable Grouping<K> grouping;

    /** What a table is there for. */
    private enum Use {
        RECORDS,
        /** An index that is asked for single entries. */
        INDEX,
        /** An index that is asked for the order of its entries only. */
        ORDER
    }

    /**
     * Describes a table.
     *
     * @param number stable, and no other table's
     * @param name stable; lower case with hyphens
     * @param keyOf the key of a record
     */
    public Table(
            int number,
            String name,
            KeyForm<K> keyForm,
            ValueForm<K, V> valueForm,
            Function<V, K> keyOf,
            List<Index<?, K, V>> indexes) {
        this(number, name, keyForm, valueForm, keyOf, indexes, Use.RECORDS, null);
    }

    private Table(
            int number,
            String name,
            KeyForm<K> keyForm,
            ValueForm<K, V> valueForm,
            Function<V, K> keyOf,
            List<Index<?, K, V>> indexes,
            Use use,
            @Nullable Grouping<K> grouping) {
        if (number < 0 || number >= OWN_NUMBER_END) {
            throw new IllegalArgumentException("a table cannot have the number " + number);
        }
        this.number = number;
        this.name = name;
        this.keyForm = keyForm;
        this.valueForm = valueForm;
        this.keyOf = keyOf;
        this.indexes = List.copyOf(indexes);
        this.use = use;
        this.grouping = grouping;
    }

    /**
     * The table of an index: from its entries to keys of records, written together with these only.
     *
     * @param isOrder whether it is asked for the order of its entries only, and never for a single one
     */
    static <I extends Comparable<I>, K> Table<I, K> ofIndex(
            int number, String name, KeyForm<I> form, ValueForm<I, K> valueForm, boolean isOrder) {
        return new Table<>(
                number,
                name,
                form,
                valueForm,
                key -> {
                    throw new IllegalStateException("an index is written together with its table");
                },
                List.of(),
                isOrder ? Use.ORDER : Use.INDEX,
                null);
    }

    public int number() {
        return number;
    }

    /** Whether it is a part of the state, and so the same on every node; otherwise what one node keeps for itself. */
    public boolean isOfState() {
        return number < NUMBER_END;
    }

    public String name() {
        return name;
    }

    /** Whether it is asked for the order of its keys only, and never for a single one. */
    boolean isOrder() {
        return use == Use.ORDER;
    }

    /** Whether it holds the entries of an index, which all follow from the records of another table. */
    public boolean isIndex() {
        return use != Use.RECORDS;
    }

    /** The same table, whose keys come in groups. */
    public Table<K, V> inGroups(Grouping<K> groups) {
        return new Table<>(number, name, keyForm, valueForm, keyOf, indexes, use, groups);
    }

    /** How its keys come in groups, if they do. */
    @Nullable
    Grouping<K> grouping() {
        return grouping;
    }

    public List<Index<?, K, V>> indexes() {
        return indexes;
    }

    /** Puts the record under its key. */
    public Change put(V value) {
        return new Change.Put<>(this, keyOf.apply(value), value);
    }

    public Change removal(K key) {
        return new Change.Removal<>(this, key);
    }

    public byte[] keyBytes(K key) {
        return keyForm.bytes().apply(key);
    }

    public K readKey(byte[] bytes) {
        return keyForm.read().apply(new KeyReader(bytes));
    }

    public byte[] valueBytes(V value) {
        FieldWriter fields = new FieldWriter();
        valueForm.write(value, fields);
        return fields.done();
    }

    /**
     * Reads the bytes of a value.
     *
     * @throws IllegalStateException if they are not of such a value
     */
    public V readValue(K key, byte[] bytes) {
        try {
            FieldReader fields = new FieldReader(bytes);
            V value = valueForm.read(key, fields);
            fields.requireEnd();
            return value;
        } catch (BufferUnderflowException | IllegalArgumentException damage) {
            throw new IllegalStateException("the table '" + name + "' holds bytes that are not a value", damage);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
