package org.khazana.ledger.table;

import java.util.List;
import java.util.Optional;

/** Where changes go. Keeps the indexes of each table in step with its records. */
public interface TableWrites extends RecordWrites {

    /** The record as the writes so far leave it. */
    <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key);

    /** Applies all in order. */
    default void apply(List<Change> changes) {
        changes.forEach(this::apply);
    }

    default void apply(Change change) {
        switch (change) {
            case Change.Put<?, ?> put -> put(put);
            case Change.Removal<?, ?> removal -> remove(removal);
        }
    }

    private <K extends Comparable<K>, V> void put(Change.Put<K, V> put) {
        if (!put.table().indexes().isEmpty()) {
            Optional<V> before = get(put.table(), put.key());
            put.table().indexes().forEach(index -> {
                before.ifPresent(earlier -> leave(index, earlier));
                enter(index, put.key(), put.value());
            });
        }
        write(put.table(), put.key(), put.value());
    }

    private <K extends Comparable<K>, V> void remove(Change.Removal<K, V> removal) {
        if (!removal.table().indexes().isEmpty()) {
            get(removal.table(), removal.key())
                    .ifPresent(earlier -> removal.table().indexes().forEach(index -> leave(index, earlier)));
        }
        erase(removal.table(), removal.key());
    }

    private <I extends Comparable<I>, K extends Comparable<K>, V> void enter(Index<I, K, V> index, K key, V value) {
        index.entriesOf().apply(value).forEach(entry -> write(index.table(), entry, key));
    }

    private <I extends Comparable<I>, K extends Comparable<K>, V> void leave(Index<I, K, V> index, V value) {
        index.entriesOf().apply(value).forEach(entry -> erase(index.table(), entry));
    }
}
