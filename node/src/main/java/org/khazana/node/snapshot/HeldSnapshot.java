package org.khazana.node.snapshot;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.ledger.crypto.Hash;
import org.khazana.storage.rocksdb.HeldRows;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.StateExport;

/** One state that others can fetch once validators vouch for it, and what was made ready of it. Any thread. */
final class HeldSnapshot implements AutoCloseable {
    private final HeldRows rows;
    private final StateExport.Origin origin;
    private final AtomicReference<Optional<SnapshotVoucher>> voucher = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Ready>> ready = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean preparing = new AtomicBoolean();
    private final AtomicLong askedNanos;

    /** A state with its manifest. */
    record Ready(StateExport export, Hash id) {}

    HeldSnapshot(HeldRows rows, StateExport.Origin origin, long nowNanos) {
        this.rows = rows;
        this.origin = origin;
        this.askedNanos = new AtomicLong(nowNanos);
    }

    long height() {
        return origin.last().index();
    }

    EntryMetadata last() {
        return origin.last();
    }

    /** Validators vouch for it from now on, so it may be handed out. */
    void vouch(SnapshotVoucher found) {
        voucher.set(Optional.of(found));
    }

    Optional<SnapshotVoucher> voucher() {
        return Objects.requireNonNull(voucher.get());
    }

    Optional<Ready> ready() {
        return Objects.requireNonNull(ready.get());
    }

    /** Somebody uses it. */
    void asked(long nowNanos) {
        askedNanos.set(nowNanos);
    }

    boolean isIdle(long nowNanos, long idleNanos) {
        return nowNanos - askedNanos.get() > idleNanos;
    }

    /** Whether the caller is the one who must {@link #prepare} it. */
    boolean claimPreparation() {
        return ready().isEmpty() && preparing.compareAndSet(false, true);
    }

    /** Reads the whole state; false if it is too large for a snapshot. */
    boolean prepare() {
        Optional<StateExport> export = StateExport.of(rows, origin);
        export.ifPresent(
                made -> ready.set(Optional.of(new Ready(made, made.manifest().id()))));
        return export.isPresent();
    }

    /** Forgets what was prepared; the state itself is still held. */
    void unprepare() {
        ready.set(Optional.empty());
        preparing.set(false);
    }

    @Override
    public void close() {
        rows.close();
    }
}
