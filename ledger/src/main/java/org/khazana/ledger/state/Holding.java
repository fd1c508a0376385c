package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Change;

/** How much of one asset a party holds in all the accounts that it owns together: the sum of their positions. */
public record Holding(PartyId party, AssetCode asset, long quantity) {
    /** The party holds just this from now on; of nothing no record is kept. */
    public Change set() {
        return quantity == 0 ? HolderTables.HOLDINGS.removal(HoldingKey.of(this)) : HolderTables.HOLDINGS.put(this);
    }
}
