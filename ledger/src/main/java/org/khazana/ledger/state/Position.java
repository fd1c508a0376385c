package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Change;

/** How much of one asset one account holds: tokens, or minor units for cash; never negative. */
public record Position(AccountId account, AssetCode asset, long quantity) {

    /** The account holds just this from now on; of a position of nothing no record is kept. */
    public Change set() {
        return quantity == 0 ? Tables.POSITIONS.removal(PositionKey.of(this)) : Tables.POSITIONS.put(this);
    }
}
