package org.khazana.storage.schema;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.khazana.storage.rocksdb.Column;
import org.khazana.storage.rocksdb.ColumnReads;

/** All values of a column in the order of their keys, however many, a page at a time. */
final class ColumnWalk<K, V> implements Iterator<V> {
    private static final int PAGE = 1_000;
    private static final int KEY_BYTES_MAX = 256;

    private final Column<K, V> column;
    private final Function<V, K> keyOf;
    private final ColumnReads reads;
    private final Deque<V> page = new ArrayDeque<>();
    private final AtomicReference<byte[]> from = new AtomicReference<>(new byte[0]);

    ColumnWalk(Column<K, V> column, Function<V, K> keyOf, ColumnReads reads) {
        this.column = column;
        this.keyOf = keyOf;
        this.reads = reads;
        turn();
    }

    private void turn() {
        byte[] end = new byte[KEY_BYTES_MAX];
        Arrays.fill(end, (byte) 0xFF);
        page.addAll(reads.range(column, Objects.requireNonNull(from.get()), end, PAGE));
        if (!page.isEmpty()) {
            byte[] last = column.keyBytes().apply(keyOf.apply(page.getLast()));
            from.set(Arrays.copyOf(last, last.length + 1)); // the least key after it
        }
    }

    @Override
    public boolean hasNext() {
        return !page.isEmpty();
    }

    @Override
    public V next() {
        if (page.isEmpty()) {
            throw new NoSuchElementException();
        }
        V value = page.removeFirst();
        if (page.isEmpty()) {
            turn();
        }
        return value;
    }
}
