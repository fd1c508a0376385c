package org.khazana.storage.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.khazana.ledger.finality.Head;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.rocksdb.HeldRows;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.StateGone;
import org.khazana.storage.state.StoredState;

/**
 * A certified snapshot in a folder of its own: the state, what it says of itself, and its voucher. A node that has forgotten blocks keeps one,
 * so that it can help those who need these blocks also after a restart, when no newer state is certified and perhaps none can be without
 * them. Any thread.
 */
public final class KeptSnapshot implements HeldRows {
    private final StateExport.Origin origin;
    private final SnapshotVoucher voucher;
    private final RocksStore rocks;
    private final PinnedRows rows;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KeptSnapshot(StateExport.Origin origin, SnapshotVoucher voucher, RocksStore rocks) {
        this.origin = origin;
        this.voucher = voucher;
        this.rocks = rocks;
        this.rows = rocks.pin();
    }

    /**
     * The one in a data folder, if there is one.
     *
     * @throws MalformedSnapshot if there is one that cannot be used
     */
    public static Optional<KeptSnapshot> of(SnapshotPaths paths) throws MalformedSnapshot {
        try {
            SealedFile.deleteAll(paths.making());
            if (Files.exists(paths.keptBefore()) && !Files.exists(paths.kept())) {
                Files.move(paths.keptBefore(), paths.kept(), StandardCopyOption.ATOMIC_MOVE);
            }
            SealedFile.deleteAll(paths.keptBefore());
        } catch (IOException failure) {
            throw failed(failure);
        }
        return Files.exists(paths.kept()) ? Optional.of(openToLook(paths.kept())) : Optional.empty();
    }

    /**
     * The one in this folder; nothing there changes.
     *
     * @throws MalformedSnapshot if parts are missing or cannot be read
     */
    public static KeptSnapshot openToLook(Path folder) throws MalformedSnapshot {
        try {
            StateExport.Origin origin =
                    OriginCodec.decode(SealedFile.read(folder.resolve("origin"), OriginCodec.BYTES_MAX));
            SnapshotVoucher voucher =
                    VoucherCodec.decode(SealedFile.read(folder.resolve("voucher"), VoucherCodec.BYTES_MAX));
            return new KeptSnapshot(origin, voucher, RocksStore.openToLook(folder.resolve("state"), StoreTables.all()));
        } catch (DataFolderProblem unreadable) {
            throw new MalformedSnapshot("its state cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * Copies the state of {@code store} as it stands, as the first step to keeping it.
     *
     * @return the head of that state, which is to be vouched for
     */
    public static Head begin(SnapshotPaths paths, LedgerStore store) {
        try {
            SealedFile.deleteAll(paths.making());
            Files.createDirectories(paths.making());
        } catch (IOException failure) {
            throw failed(failure);
        }
        store.copyTo(paths.making().resolve("state"));
        try (StoredState copy = StoredState.open(paths.making().resolve("state"))) {
            return copy.newestHead().orElseThrow();
        }
    }

    /** Puts what was begun in the place of the one before, which nobody may have open. Durable when this returns. */
    public static void finish(SnapshotPaths paths, StateExport.Origin origin, SnapshotVoucher voucher) {
        try {
            writeDescription(paths.making(), origin, voucher);
            SealedFile.deleteAll(paths.keptBefore());
            if (Files.exists(paths.kept())) {
                Files.move(paths.kept(), paths.keptBefore(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(paths.making(), paths.kept(), StandardCopyOption.ATOMIC_MOVE);
            SealedFile.syncFolderOf(paths.kept());
            SealedFile.deleteAll(paths.keptBefore());
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** The state must be in the folder already; with these files it is complete. */
    static void writeDescription(Path folder, StateExport.Origin origin, SnapshotVoucher voucher) throws IOException {
        SealedFile.write(folder.resolve("voucher"), VoucherCodec.encode(voucher));
        SealedFile.write(folder.resolve("origin"), OriginCodec.encode(origin));
    }

    /** Deletes what was begun. */
    public static void giveUp(SnapshotPaths paths) {
        try {
            SealedFile.deleteAll(paths.making());
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    public StateExport.Origin origin() {
        return origin;
    }

    public SnapshotVoucher voucher() {
        return voucher;
    }

    @Override
    public synchronized void scan(byte[] fromKey, Predicate<Row> visitor) {
        if (closed.get()) {
            throw new StateGone("the kept state after block " + origin.last().index() + " is not held any more");
        }
        rows.scan(fromKey, visitor);
    }

    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            rows.close();
            rocks.close();
        }
    }

    private static UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException("a snapshot cannot be kept: " + failure, failure);
    }
}
