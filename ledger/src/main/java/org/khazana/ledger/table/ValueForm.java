package org.khazana.ledger.table;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Values as bytes: each value in one form only. What the key says is not repeated. */
public interface ValueForm<K, V> {
    void write(V value, FieldWriter fields);

    /** What {@link #write} was given. */
    V read(K key, FieldReader fields);

    /** A form of a few fields. */
    static <K, V> ValueForm<K, V> of(BiConsumer<V, FieldWriter> write, BiFunction<K, FieldReader, V> read) {
        return new ValueForm<>() {
            @Override
            public void write(V value, FieldWriter fields) {
                write.accept(value, fields);
            }

            @Override
            public V read(K key, FieldReader fields) {
                return read.apply(key, fields);
            }
        };
    }
}
