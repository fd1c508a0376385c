package org.khazana.node.snapshot;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.finality.Head;
import org.khazana.storage.snapshot.KeptSnapshot;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the snapshot that outlives the process. Whoever lacks blocks that were forgotten here must find a certified state to go on from
 * even after a restart, when the state is newer than what is certified: perhaps nothing more can be certified without the one who asks.
 * Any thread, one after another.
 */
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final LedgerStore store;
    private final SnapshotPaths paths;
    /** Of the copy that waits to be certified. */
    private final AtomicReference<Optional<Head>> begun = new AtomicReference<>(Optional.empty());

    private final AtomicReference<Optional<KeptSnapshot>> open = new AtomicReference<>(Optional.empty());

    Keeping(LedgerStore store, SnapshotPaths paths) {
        this.store = store;
        this.paths = paths;
    }

    /** At a start: the one that is there. It stays open until another one takes its place. */
    synchronized Optional<KeptSnapshot> open() {
        letGo();
        try {
            Optional<KeptSnapshot> found = KeptSnapshot.of(paths);
            open.set(found);
            return found;
        } catch (MalformedSnapshot damaged) {
            LOG.error(
                    "the snapshot in {} cannot be used ({}): until a newer one is certified nobody gets a state from"
                            + " here",
                    paths.kept(),
                    damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Copies the state as it stands and tells its head; empty if an earlier copy still waits to be certified. */
    synchronized Optional<Head> begin() {
        if (begun().isPresent()) {
            return Optional.empty();
        }
        begun.set(Optional.of(KeptSnapshot.begin(paths, store)));
        return begun();
    }

    /** Puts the copy with that head in the place of the one before; false if the state was exchanged since. */
    synchronized boolean finish(Head head, StateExport.Origin origin, SnapshotVoucher voucher) {
        if (!begun().equals(Optional.of(head))) {
            return false;
        }
        begun.set(Optional.empty());
        letGo();
        KeptSnapshot.finish(paths, origin, voucher);
        return true;
    }

    /** The copy with that head will never be certified by itself. */
    synchronized void giveUp(Head head) {
        if (begun().equals(Optional.of(head))) {
            begun.set(Optional.empty());
            KeptSnapshot.giveUp(paths);
        }
    }

    /** Runs what exchanges the state, and the kept snapshot with it. */
    synchronized void whileExchanged(Runnable exchange) {
        begun.set(Optional.empty());
        letGo();
        exchange.run();
    }

    private Optional<Head> begun() {
        return Objects.requireNonNull(begun.get());
    }

    /** Whoever reads it right now is told that it is gone. */
    private void letGo() {
        Objects.requireNonNull(open.get()).ifPresent(KeptSnapshot::close);
        open.set(Optional.empty());
    }

    synchronized void close() {
        letGo();
    }
}
