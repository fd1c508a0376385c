package org.khazana.storage.state;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.LedgerView;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.Columns;
import org.khazana.storage.schema.Columns.MetaKey;

/**
 * The ledger's state on disk, moved from height to height by whole blocks: all changes, receipts and the new height of
 * a block are one atomic write, which is not synced. After a power failure the state may be that of an earlier block,
 * never a part of one; the block log replays the rest. Founding, applying and {@link #view} are for one thread.
 */
public final class LedgerStore implements AutoCloseable {
    private final RocksStore rocks;
    private final StoredView newest;
    // Readers share it, closing has it alone: reading a closed database would end the process.
    private final ReadWriteLock closing = new ReentrantReadWriteLock();
    private boolean closed; // under the lock

    private LedgerStore(RocksStore rocks) {
        this.rocks = rocks;
        this.newest = new StoredView(rocks.newest());
    }

    /**
     * Opens the state in {@code folder}, or makes an empty one that waits to be founded.
     *
     * @throws DataFolderProblem if it is of a newer format or cannot be opened
     */
    public static LedgerStore open(Path folder) {
        RocksStore rocks = RocksStore.open(folder, Columns.all());
        long version = Columns.meta(MetaKey.FORMAT_VERSION, rocks.newest()).orElse(Columns.FORMAT_VERSION);
        if (version > Columns.FORMAT_VERSION) {
            rocks.close();
            throw new DataFolderProblem("the ledger state in " + folder + " has format " + version
                    + ", newer than the format " + Columns.FORMAT_VERSION
                    + " of this Khazana; start the Khazana that wrote it, or a newer one");
        }
        return new LedgerStore(rocks);
    }

    /** Whether the state of the genesis was written. */
    public boolean isFounded() {
        return Columns.meta(MetaKey.APPLIED_HEIGHT, rocks.newest()).isPresent();
    }

    /** Writes the state of the genesis, height 0; once only. */
    public void found(List<Change> changes) {
        Invariant.check(!isFounded(), "the ledger state is founded a second time");
        rocks.write(writes -> {
            StateWriting writing = new StateWriting(writes);
            writing.apply(changes);
            writing.setHeight(0);
            writes.put(Columns.META, MetaKey.FORMAT_VERSION, Columns.FORMAT_VERSION);
        });
        rocks.flush();
    }

    /** Height of the last applied block; 0 after founding. */
    public long appliedHeight() {
        return newest.height();
    }

    /** Writes the result of block {@code appliedHeight() + 1}, all of it or nothing. Anything thrown must stop the node. */
    public void apply(BlockResult result) {
        Invariant.check(isFounded(), "block %s is applied before the founding", result.height());
        Invariant.check(
                result.height() == appliedHeight() + 1,
                "block %s is applied after block %s",
                result.height(),
                appliedHeight());
        rocks.write(writes -> {
            StateWriting writing = new StateWriting(writes);
            writing.apply(result.changes());
            result.receipts().forEach(writing::keep);
            writing.setHeight(result.height());
        });
    }

    /** Always the newest state; for the one thread that applies blocks. */
    public LedgerView view() {
        return newest;
    }

    /**
     * Lets {@code question} look at the state as it stands now, unmoved by blocks applied meanwhile; any thread.
     *
     * @throws IllegalStateException once the store is closed
     */
    public <T> T read(Function<LedgerSnapshot, T> question) {
        closing.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the ledger state is closed");
            }
            return rocks.atThisMoment(reads -> question.apply(new StoredView(reads)));
        } finally {
            closing.readLock().unlock();
        }
    }

    /** Waits for readers, brings everything to stable storage and closes. The writing thread must have stopped. */
    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                rocks.flush();
                rocks.close();
            }
        } finally {
            closing.writeLock().unlock();
        }
    }
}
