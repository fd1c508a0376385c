package org.khazana.storage.state;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.khazana.storage.rocksdb.HeldRows;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.Row;

/**
 * The whole state as it stood after one block, row by row, whatever is applied meanwhile. Any thread, until it is closed
 * or the store is closed or exchanged; then every question ends with {@link StateGone}.
 */
public final class PinnedState implements HeldRows {
    private final LedgerStore store;
    private final PinnedRows rows;
    private final long height;
    private final AtomicBoolean released = new AtomicBoolean();

    PinnedState(LedgerStore store, PinnedRows rows, long height) {
        this.store = store;
        this.rows = rows;
        this.height = height;
    }

    /** Of the last block whose effects are in it. */
    public long height() {
        return height;
    }

    @Override
    public synchronized void scan(byte[] fromKey, Predicate<Row> visitor) {
        store.whileOpen(() -> {
            if (released.get()) {
                throw new StateGone("the state after block " + height + " is not held any more");
            }
            rows.scan(fromKey, visitor);
            return true;
        });
    }

    /** Lets go of it, unless the store has done so. */
    @Override
    public synchronized void close() {
        if (!released.get()) {
            try {
                store.whileOpen(() -> {
                    release();
                    return true;
                });
            } catch (StateGone closed) {
                // The store has let go of it.
            }
            store.unpin(this);
        }
    }

    /** Nobody reads now, and the database is still open. */
    void release() {
        if (released.compareAndSet(false, true)) {
            rows.close();
        }
    }
}
