package org.khazana.ledger.receipt;

import java.util.List;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;

/**
 * One change of one position: tokens, or minor units for cash; both figures are never negative.
 *
 * @param serials which tokens came or went, at most 256 ranges; none for cash
 */
public record Posting(AccountId account, AssetCode asset, long before, long after, List<SerialRange> serials) {
    public Posting {
        serials = List.copyOf(serials);
    }

    /** Of money, which has no serials. */
    public Posting(AccountId account, AssetCode asset, long before, long after) {
        this(account, asset, before, after, List.of());
    }

    public long delta() {
        return Math.subtractExact(after, before);
    }
}
