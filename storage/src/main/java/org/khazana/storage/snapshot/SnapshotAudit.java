package org.khazana.storage.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.proof.Vouched;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.schema.StoreTables;

/** Checks a snapshot as it lies on a disk, offline: who vouches for its head, and whether its rows are the state that the head names. */
public final class SnapshotAudit {
    private static final int BATCH = 10_000;

    private SnapshotAudit() {}

    /**
     * What was found where everything fits.
     *
     * @param rows of the state, and of receipts
     */
    public record Sound(StateExport.Origin origin, Vouched vouched, long rows) {}

    /**
     * Asks everything; nothing in the folder changes.
     *
     * @param folder the kept snapshot of a validator, or a copy
     * @param work empty, with room for the rows once more
     * @throws MalformedSnapshot with the first doubt
     */
    public static Sound check(Path folder, Path work, VoucherCheck vouchers) throws MalformedSnapshot {
        try (KeptSnapshot kept = KeptSnapshot.openToLook(folder);
                RocksStore copy = RocksStore.open(work, StoreTables.all())) {
            Vouched vouched = vouchers.check(kept.origin(), kept.voucher());
            Copying copying = new Copying(copy);
            kept.scan(new byte[0], copying::take);
            copying.flush();
            StateCheck.requireStateOf(vouched.head(), copy);
            return new Sound(kept.origin(), vouched, copy.loadingMark());
        }
    }

    /** Many rows in one write. Short-lived, of one thread. */
    private static final class Copying {
        private final RocksStore copy;
        private final List<Row> waiting = new ArrayList<>();

        Copying(RocksStore copy) {
            this.copy = copy;
        }

        boolean take(Row row) {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                flush();
            }
            return true;
        }

        void flush() {
            copy.load(waiting, copy.loadingMark() + waiting.size());
            waiting.clear();
        }
    }
}
