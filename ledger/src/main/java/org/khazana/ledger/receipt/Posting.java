package org.khazana.ledger.receipt;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/** One change of one position: tokens, or minor units for cash; both figures are never negative. */
public record Posting(AccountId account, AssetCode asset, long before, long after) {
    public long delta() {
        return Math.subtractExact(after, before);
    }
}
