package org.khazana.storage.state;

import java.nio.file.Path;
import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoredHeads;

/** A state that is only looked at: no block is applied to it, and nothing in its folder changes. To be closed. */
public final class StoredState implements AutoCloseable {
    private final RocksStore rocks;

    private StoredState(RocksStore rocks) {
        this.rocks = rocks;
    }

    /**
     * The state in a folder.
     *
     * @throws org.khazana.storage.DataFolderProblem if there is none, or it cannot be read
     */
    public static StoredState open(Path folder) {
        return new StoredState(RocksStore.openToLook(folder, StoreTables.all()));
    }

    /** Of the last block whose effects are in it. */
    public long appliedHeight() {
        return new StoredView(rocks.newest()).height();
    }

    /** The head of the newest block, if the state has one. */
    public Optional<Head> newestHead() {
        return StoreTables.newestHead(rocks.newest());
    }

    /** What is kept as the head of a height. */
    public Optional<Head> head(long height) {
        return StoredHeads.head(height, rocks.newest());
    }

    /** The first certificate that is kept of that height or a greater one. */
    public Optional<Certificate> certificateFrom(long height) {
        return StoredHeads.certificateFrom(height, rocks.newest());
    }

    /** All its rows; to be closed before this. */
    public PinnedRows rows() {
        return rocks.pin();
    }

    @Override
    public void close() {
        rocks.close();
    }
}
