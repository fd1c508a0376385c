package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;

/** What identifies goods in store; ordered by asset, then receipt. */
public record ReserveItemKey(AssetCode asset, Hash receiptCommitment) implements Comparable<ReserveItemKey> {
    private static final Hash LEAST = Hash.of(new byte[Hash.BYTES]);
    private static final Comparator<ReserveItemKey> ORDER =
            Comparator.comparing(ReserveItemKey::asset).thenComparing(ReserveItemKey::receiptCommitment);

    /** Not after any of that asset. */
    static ReserveItemKey first(AssetCode asset) {
        return new ReserveItemKey(asset, LEAST);
    }

    static ReserveItemKey of(ReserveItem item) {
        return new ReserveItemKey(item.asset(), item.receiptCommitment());
    }

    @Override
    public int compareTo(ReserveItemKey other) {
        return ORDER.compare(this, other);
    }
}
